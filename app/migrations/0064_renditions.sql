-- Renditions: the same text in plain words (lättläst) or in another language. A rendition is a post of a kind of its own, so
-- that every list of `kind in (…)` leaves it out, and so that all that staff do with posts works for it.

-- SQLite cannot change a check of a table. Its documentation (lang_altertable.html, section 7) gives this way for changes that
-- do not touch what is stored; all other ways would copy the table that everything else refers to.
pragma writable_schema = on;
update sqlite_schema
set sql = replace(sql, '''guldkorn'', ''voice'', ''page'')', '''guldkorn'', ''voice'', ''page'', ''rendition'')')
where type = 'table' and name = 'posts';
pragma writable_schema = reset;

-- The post of which it is a rendition. It is deleted with it.
alter table posts add column original_id integer references posts (id) on delete cascade
    check ((kind = 'rendition') = (original_id is not null));
-- Whether it is the one in plain words; the others are translations.
alter table posts add column easy_read integer not null default 0
    check (easy_read in (0, 1) and (easy_read = 0 or kind = 'rendition'));
-- The revision of the original that somebody has last held it against; 0: what the program had added.
alter table posts add column original_revision integer not null default 0 check (original_revision >= 0);

create unique index posts_easy_read on posts (original_id) where easy_read = 1;
create unique index posts_translated on posts (original_id, language) where original_id is not null and easy_read = 0;
create index posts_of_original on posts (original_id, public_from, public_until, easy_read, language)
where original_id is not null;

-- The rule of visibility, in one place: from when and until when the public may see a post; null: never.
-- A text on a door is public exactly when the door is open; a draft edition has no open door. A text that tells of somebody
-- is public as long as consent to the site stands. A rendition is public while it is published and its original is public.
drop view publicity;
create view publicity as
select
    p.id as post_id,
    case
        when p.state <> 'published' then null
        -- Null where one of both is: `max` of SQLite with two arguments.
        when p.original_id is not null then max(
            p.published_at,
            case
                when o.state <> 'published' then null
                when d.post_id is null then o.published_at
                when e.state = 'published' then d.opens_at
            end
        )
        when d.post_id is null then p.published_at
        when e.state = 'published' then d.opens_at
    end as public_from,
    case
        when c.post_id is null then 9223372036854775807
        when c.state = 'given' and c.on_site then coalesce(c.ends_at, 9223372036854775807)
        else 0
    end as public_until
from posts p
left join posts o on o.id = p.original_id
left join doors d on d.post_id = coalesce(p.original_id, p.id)
left join editions e on e.id = d.edition_id
left join consents c on c.post_id = coalesce(p.original_id, p.id);

drop trigger posts_added;
drop trigger posts_changed;
drop trigger doors_added;
drop trigger doors_changed;
drop trigger doors_removed;
drop trigger editions_changed;
drop trigger consents_added;
drop trigger consents_changed;
drop trigger consents_removed;
create trigger posts_added after insert on posts begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = new.id)
    where id = new.id;
end;
create trigger posts_changed after update of state, published_at, public_from, public_until, original_id on posts
when new.public_from is not (select public_from from publicity where post_id = new.id)
    or new.public_until is not (select public_until from publicity where post_id = new.id) begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id = new.id or original_id = new.id;
end;
create trigger doors_added after insert on doors when new.post_id is not null begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id = new.post_id or original_id = new.post_id;
end;
create trigger doors_changed after update on doors begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id in (old.post_id, new.post_id) or original_id in (old.post_id, new.post_id);
end;
create trigger doors_removed after delete on doors when old.post_id is not null begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id = old.post_id or original_id = old.post_id;
end;
create trigger editions_changed after update of state on editions begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id in (select post_id from doors where edition_id = new.id)
        or original_id in (select post_id from doors where edition_id = new.id);
end;
create trigger consents_added after insert on consents begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id = new.post_id or original_id = new.post_id;
end;
create trigger consents_changed after update on consents begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id in (old.post_id, new.post_id) or original_id in (old.post_id, new.post_id);
end;
create trigger consents_removed after delete on consents begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id = old.post_id or original_id = old.post_id;
end;

-- What is decided about the original holds for its renditions: the one in plain words is in its language, and all are
-- sensitive when it is.
create trigger original_changed after update of sensitive, language on posts when new.original_id is null begin
    update posts set sensitive = new.sensitive where original_id = new.id and sensitive <> new.sensitive;
    update posts set language = new.language where original_id = new.id and easy_read = 1 and language <> new.language;
end;
create trigger rendition_follows after update of sensitive on posts
when new.original_id is not null
    and new.sensitive is not (select sensitive from posts where id = new.original_id) begin
    update posts set sensitive = (select sensitive from posts where id = new.original_id) where id = new.id;
end;

-- A rendition is only its original's: it stays with it, hangs on no door of its own, has no consent of its own, and no renditions.
create trigger renditions_have_none before insert on posts
when new.original_id is not null and (select original_id from posts where id = new.original_id) is not null begin
    select raise(abort, 'a rendition has no renditions');
end;
create trigger renditions_stay before update of kind, original_id, easy_read on posts
when (old.kind, old.original_id, old.easy_read) is not (new.kind, new.original_id, new.easy_read) begin
    select raise(abort, 'a rendition stays with its original');
end;
create trigger no_door_for_renditions before update of post_id on doors
when (select original_id from posts where id = new.post_id) is not null begin
    select raise(abort, 'a rendition hangs on no door');
end;
create trigger no_new_door_for_renditions before insert on doors
when (select original_id from posts where id = new.post_id) is not null begin
    select raise(abort, 'a rendition hangs on no door');
end;
create trigger no_consent_for_renditions before insert on consents
when (select original_id from posts where id = new.post_id) is not null begin
    select raise(abort, 'a rendition has no consent of its own');
end;

-- What ends with a text ends with it for its renditions.
drop trigger review_links_end_with_text;
create trigger review_links_end_with_text after update of state on posts when new.state in ('withdrawn', 'trash') begin
    delete from review_links
    where post_id = new.id or post_id in (select id from posts where original_id = new.id);
end;
drop trigger review_news_end;
create trigger review_news_end after update of state on posts when new.state in ('withdrawn', 'trash') begin
    delete from review_news
    where post_id = new.id or post_id in (select id from posts where original_id = new.id);
end;
drop trigger consent_was_withdrawn;
create trigger consent_was_withdrawn after update of state on consents when new.state = 'withdrawn' begin
    delete from review_links
    where post_id = new.post_id or post_id in (select id from posts where original_id = new.post_id);
    delete from review_news
    where post_id = new.post_id or post_id in (select id from posts where original_id = new.post_id);
    delete from reserves where post_id = new.post_id;
end;

-- The index has Arabic and Hebrew without vowel signs from now on: what is there already is indexed anew at the start.
insert or ignore into search_unread (post_id) select id from posts where language in ('ar', 'fa', 'prs', 'ckb', 'yi');
