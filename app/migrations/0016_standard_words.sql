-- Names tables and columns by the field's standard terms. Nothing that is stored changes.

alter table former_addresses rename to post_redirects;
alter table former_tag_addresses rename to tag_redirects;
alter table former_edition_addresses rename to edition_redirects;
drop index former_addresses_by_post;
create index post_redirects_by_post on post_redirects (post_id);
drop index former_tag_addresses_by_tag;
create index tag_redirects_by_tag on tag_redirects (tag_id);

alter table posts rename column revision to published_revision;
alter table drafts rename column base to base_revision;
alter table drafts rename column kept_at to saved_at;

drop trigger journal_stays;
drop trigger journal_is_kept;
drop index journal_of_post;
drop index journal_by_staff;
drop index journal_by_deed;
drop index journal_by_post_and_time;
alter table journal rename to audit_log;
alter table audit_log rename column deed to action;
create index audit_log_by_post on audit_log (post_id, id) where post_id is not null;
create index audit_log_by_post_and_time on audit_log (post_id, at) where post_id is not null;
create index audit_log_by_staff on audit_log (staff_id, id);
create index audit_log_by_action on audit_log (action, id);
create trigger audit_log_is_never_changed before update on audit_log begin
    select raise(abort, 'the audit log is never rewritten');
end;
create trigger audit_log_is_never_shortened before delete on audit_log begin
    select raise(abort, 'the audit log is never rewritten');
end;

drop trigger shares_end;
drop trigger shares_end_with_account;
drop index shares_of_post;
alter table shares rename to review_links;
create index review_links_by_post on review_links (post_id, id);
-- A text that is taken away is taken away here, too, whoever does it; and its links do not come back with it.
create trigger review_links_end_with_text after update of state on posts when new.state in ('withdrawn', 'trash') begin
    delete from review_links where post_id = new.id;
end;
-- Whoever may not log in any longer has no links by which others see a text.
create trigger review_links_end_with_account after update of state on staff when new.state = 'disabled' begin
    delete from review_links where staff_id = new.id;
end;
