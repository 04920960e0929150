-- Since when a picture is in the library's trash; null: it is in the library. After thirty days there it is deleted, unless
-- something uses it by then.
alter table pictures add column trashed_at integer;
-- The picture that took its place in all texts and settings, so that the exchange can be undone as long as it is in the trash.
alter table pictures add column replaced_by text references pictures (id) on delete set null;
create index pictures_by_replacement on pictures (replaced_by) where replaced_by is not null;
