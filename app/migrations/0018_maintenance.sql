-- Since when nothing uses a picture; null: something does, or nobody has looked yet. The maintenance task sets it.
alter table pictures add column unused_since integer;

-- What the maintenance task knows of the clock, so that a wrong one deletes nothing. At most one row; none before the
-- first run.
create table maintenance (
    id integer primary key check (id = 1),
    -- The time that the last run saw.
    last_run_at integer not null,
    -- From when on the clock is trusted: a day after it last jumped.
    trusted_from integer not null
) strict;
