-- Who wants letters about what comes, and when the last one went. Whoever wants none has no row.
create table foresight_letters (
    staff_id integer primary key references staff (id) on delete cascade,
    rhythm text not null check (rhythm in ('day', 'week')),
    -- The hour of the day in the site's time zone.
    hour integer not null check (hour between 0 and 23),
    -- The link that ends the letters is derived from it, so each choice has a link of its own.
    chosen_at integer not null,
    -- The last day, yyyy-mm-dd in the site's time zone, whose letter was sent or had nothing to say.
    done_on text not null check (done_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    -- Until when the person was told what has opened.
    told_until integer not null,
    -- How often the day's letter was refused, and when it is tried again.
    failures integer not null default 0 check (failures >= 0),
    retry_at integer not null default 0,
    -- Since when letters to this person are refused.
    failing_since integer
) strict;
