-- The last change of each edition's settings, until the next one: so that it can be undone.
create table edition_changes (
    edition_id integer primary key references editions (id) on delete cascade,
    -- The version of the edition that the change made: it can be undone while that is the newest.
    version integer not null,
    -- What was there before, and what was done, as JSON (app/src/calendar/editing/undo.rs).
    before text not null check (json_valid(before)),
    changed_at integer not null
) strict;

-- Texts that were made of another one: who is asked again before they are published has to know which.
create table copied_posts (
    post_id integer primary key references posts (id) on delete cascade,
    source_id integer references posts (id) on delete set null
) strict;

create index copied_posts_by_source on copied_posts (source_id);
