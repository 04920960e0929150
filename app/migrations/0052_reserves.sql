-- Texts that stand in for one that is missing when a door opens, in the order in which they are taken. A reserve is a
-- guldkorn that nobody has decided on and that lies on no day: the triggers below see to it.
create table reserves (
    edition_id integer not null references editions (id) on delete cascade,
    post_id integer not null unique references posts (id) on delete cascade,
    position integer not null,
    -- The words that an editor has decided on by putting the text here: others are not given to readers.
    revision integer not null,
    primary key (edition_id, post_id)
) strict, without rowid;

create trigger reserve_got_a_day after update of post_id on doors when new.post_id is not null begin
    delete from reserves where post_id = new.post_id;
end;
create trigger reserve_was_decided after update of state on posts when new.state not in ('draft', 'ready') begin
    delete from reserves where post_id = new.id;
end;

-- Editions whose reserves are switched on.
create table reserve_switches (
    edition_id integer primary key references editions (id) on delete cascade,
    -- All openings up to this instant have been dealt with; at first the instant of the switch.
    settled_until integer not null
) strict;

-- Doors that a reserve has filled.
create table reserve_fillings (
    edition_id integer not null references editions (id) on delete cascade,
    day integer not null,
    post_id integer not null references posts (id) on delete cascade,
    -- What lay there, which readers could not get; null: nothing.
    displaced_id integer references posts (id) on delete set null,
    filled_at integer not null,
    -- When letters about it were sent.
    told_at integer,
    primary key (edition_id, day)
) strict, without rowid;
create index reserve_fillings_by_post on reserve_fillings (post_id);
create index reserve_fillings_by_displaced on reserve_fillings (displaced_id) where displaced_id is not null;
