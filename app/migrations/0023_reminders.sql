-- The time of day at which calendar programs remind of the day's door, unless it opens later.
alter table editions add column reminds_at text not null default '08:00'
    check (reminds_at glob '[0-2][0-9]:[0-5][0-9]' and reminds_at < '24:00');

-- How many times the dates and times in an edition's calendar file have changed, and when they last did; null: never.
alter table editions add column reschedulings integer not null default 0 check (reschedulings >= 0);
alter table editions add column rescheduled_at integer;

-- The line at the head of the edition's page before its first door and after its last; `lead` is for the days between.
alter table editions add column lead_before text not null default '';
alter table editions add column lead_after text not null default '';
update editions set lead_before = lead;

-- What a call costs.
alter table help_numbers add column cost text not null default '';
