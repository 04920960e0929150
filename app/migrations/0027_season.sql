-- The line at the head of the edition's page on its last day.
alter table editions add column lead_last text not null default '';

-- Numbers of the doors that an editor has chosen as the best of the edition, such as "3, 13, 24". Read once it is over.
alter table editions add column best_doors text not null default '' check (best_doors not glob '*[^0-9, ]*');

-- Whether the start page shows, out of season, a guldkorn of past editions, another one every week.
alter table site_settings add column weekly_guldkorn integer not null default 1 check (weekly_guldkorn in (0, 1));
