-- What staff do with texts. Readers get what stands in `posts`; here is what it grows from.

-- Every saved version of a text. The newest is what staff go on with. A published text keeps the version that
-- readers have until somebody publishes a newer one.
create table revisions (
    post_id integer not null references posts (id) on delete cascade,
    number integer not null check (number > 0),
    -- A manuscript as JSON (app/src/writing/manuscript.rs).
    content text not null check (json_valid(content)),
    -- Who saved it; null for what was there before anybody wrote here.
    staff_id integer references staff (id) on delete set null,
    saved_at integer not null,
    -- The version that it brought back.
    restored_from integer,
    primary key (post_id, number)
) strict, without rowid;

-- What somebody is writing and has not saved as a version: one a person and text.
create table drafts (
    post_id integer not null references posts (id) on delete cascade,
    staff_id integer not null references staff (id) on delete cascade,
    -- The version that it began from; 0 for a text without any.
    base integer not null check (base >= 0),
    content text not null check (json_valid(content)),
    kept_at integer not null,
    primary key (post_id, staff_id)
) strict, without rowid;

-- The version that readers have, or would have; 0 for a text that was put in from elsewhere.
alter table posts add column revision integer not null default 0;
alter table posts add column created_by integer references staff (id) on delete set null;
-- A text in the trash: since when, and what it was before.
alter table posts add column trashed_at integer;
alter table posts add column trashed_from text check (trashed_from in ('draft', 'ready', 'published', 'withdrawn'));
create index posts_in_trash on posts (trashed_at) where trashed_at is not null;

-- What was done, by whom and when. Texts are named by their number alone: a withdrawn story is not told here.
create table journal (
    id integer primary key,
    at integer not null,
    -- Whoever did it, by number and by the name at that time; no number for the command line.
    staff_id integer,
    staff_name text not null check (staff_name <> ''),
    deed text not null check (deed <> '' and deed not glob '*[^a-z_]*'),
    post_id integer,
    -- What else it was about: a person's name, an edition's title.
    about text not null default ''
) strict;
create index journal_of_post on journal (post_id, id) where post_id is not null;
create trigger journal_stays before update on journal begin
    select raise(abort, 'the journal is never rewritten');
end;
create trigger journal_is_kept before delete on journal begin
    select raise(abort, 'the journal is never rewritten');
end;

-- Words that the owner would rather not read, and what to write instead.
create table wordings (
    word text primary key check (word <> '' and word = trim(word)),
    instead text not null check (instead <> '' and instead = trim(instead))
) strict, without rowid;
