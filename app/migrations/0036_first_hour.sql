-- The first hour of a site: its first account, its example pages, and the list of what is still to be done.

-- Readers meet a site's name on every page, so it is never the program's own. Nobody has chosen this one.
update site_settings set name = 'Vår webbplats'
where name = 'Guldkorn' and not exists (select 1 from settings_sections where section = 'webbplatsen');

-- The way to the first account, while there is none: a single-use link, printed in the log at each start.
create table first_account_link (
    id integer primary key check (id = 1),
    token_hash blob not null check (length(token_hash) = 32),
    expires_at integer not null
) strict;

-- Whether the example pages were offered: once, so that removing them is final. Sites with any content never get them.
create table starter_site (
    id integer primary key check (id = 1),
    offered_at integer not null
) strict;
insert into starter_site (id, offered_at)
select 1, 0 where exists (select 1 from posts) or exists (select 1 from editions);

-- The example pages, and what they were when they came: a page of another version has been written in.
create table example_posts (
    post_id integer primary key references posts (id) on delete cascade,
    version integer not null
) strict;

-- What the owner has said of the list's steps; everything else about them is seen in the data.
create table first_hour_steps (
    step text primary key check (step <> ''),
    -- Skipped: it does not concern this site. Done: what only a person can know.
    state text not null check (state in ('skipped', 'done')),
    changed_at integer not null,
    changed_by text not null
) strict;
