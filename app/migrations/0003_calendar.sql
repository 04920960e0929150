-- An edition is a dated series of doors: 24 in December, or any other number of days.
create table editions (
    id integer primary key,
    slug text not null unique check (slug <> '' and slug not glob '*[^0-9a-z-]*'),
    title text not null check (title <> ''),
    -- One line at the head of the edition's page.
    lead text not null default '',
    -- The block that presents the calendar, also shown under every guldkorn.
    introduction_markdown text not null default '',
    introduction_html text not null default '',
    -- The first day, as yyyy-mm-dd in the edition's time zone.
    first_day text not null check (first_day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    days integer not null check (days between 1 and 366),
    -- The time of day at which a door opens, as hh:mm in the edition's time zone.
    opens_at text not null default '00:00' check (opens_at glob '[0-2][0-9]:[0-5][0-9]' and opens_at < '24:00'),
    -- A name of the IANA time-zone database.
    time_zone text not null default 'Europe/Stockholm' check (time_zone <> ''),
    scene text not null default 'town' check (scene in ('town', 'grid')),
    -- Which window a day gets: in order, or shuffled by a seed that never changes by itself.
    door_order text not null default 'shuffled' check (door_order in ('fixed', 'shuffled')),
    seed integer not null default 1,
    state text not null default 'draft' check (state in ('draft', 'published')),
    version integer not null default 1 check (version > 0)
) strict;

create table doors (
    edition_id integer not null references editions (id) on delete cascade,
    day integer not null check (day between 1 and 366),
    post_id integer unique references posts (id) on delete set null,
    label text not null default '',
    -- The instant at which the door opens: the edition's rule worked out by the time-zone database
    -- (app/src/calendar/opening.rs). Rewritten whenever the edition is saved, and at every start.
    opens_at integer not null,
    primary key (edition_id, day)
) strict, without rowid;
create index doors_by_opening on doors (opens_at);

-- The rule of visibility, in one place: from when the public may see a post; null: never.
-- A text on a door is public exactly when the door is open; a draft edition has no open door.
create view publicity as
select
    p.id as post_id,
    case
        when p.state <> 'published' then null
        when d.post_id is null then p.published_at
        when e.state = 'published' then d.opens_at
    end as public_from
from posts p
left join doors d on d.post_id = p.id
left join editions e on e.id = d.edition_id;

-- `posts.public_from` holds that rule's answer, so that every public query can say
-- `public_from <= now` and use an index. These triggers keep it, whoever writes.
create trigger posts_added after insert on posts begin
    update posts set public_from = (select public_from from publicity where post_id = new.id) where id = new.id;
end;
create trigger posts_changed after update of state, published_at, public_from on posts
when new.public_from is not (select public_from from publicity where post_id = new.id) begin
    update posts set public_from = (select public_from from publicity where post_id = new.id) where id = new.id;
end;
create trigger doors_added after insert on doors when new.post_id is not null begin
    update posts set public_from = (select public_from from publicity where post_id = new.post_id)
    where id = new.post_id;
end;
create trigger doors_changed after update on doors begin
    update posts set public_from = (select public_from from publicity where post_id = posts.id)
    where id in (old.post_id, new.post_id);
end;
create trigger doors_removed after delete on doors when old.post_id is not null begin
    update posts set public_from = (select public_from from publicity where post_id = old.post_id)
    where id = old.post_id;
end;
create trigger editions_changed after update of state on editions begin
    update posts set public_from = (select public_from from publicity where post_id = posts.id)
    where id in (select post_id from doors where edition_id = new.id);
end;
