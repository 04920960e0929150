-- Whether readers of an edition may see how often its texts were read. The numbers are those that staff see: no sum under five.
alter table editions add column shows_reads integer not null default 0 check (shows_reads in (0, 1));
