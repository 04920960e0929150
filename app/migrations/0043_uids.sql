-- Ids of posts and editions that are the same on every site: an export carries them, and an import recognises by them what
-- is here already. The ids of rows are each site's own.

alter table posts add column uid text check (length(uid) = 32 and uid not glob '*[^0-9a-f]*');
update posts set uid = lower(hex(randomblob(16)));
create unique index posts_by_uid on posts (uid);
-- Whoever adds one without an id.
create trigger uid_of_post_added after insert on posts when new.uid is null begin
    update posts set uid = lower(hex(randomblob(16))) where id = new.id;
end;

alter table editions add column uid text check (length(uid) = 32 and uid not glob '*[^0-9a-f]*');
update editions set uid = lower(hex(randomblob(16)));
create unique index editions_by_uid on editions (uid);
create trigger uid_of_edition_added after insert on editions when new.uid is null begin
    update editions set uid = lower(hex(randomblob(16))) where id = new.id;
end;
