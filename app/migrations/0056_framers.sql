-- Which other sites may show the calendar in a frame: nobody, until somebody has said so.

alter table site_settings add column framed_by_anyone integer not null default 0 check (framed_by_anyone in (0, 1));
-- Origins such as https://www.example.se, one a line.
alter table site_settings add column framers text not null default '';
