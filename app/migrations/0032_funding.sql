-- How the European Union pays for what the site is about; empty: it does not. It decides the sentence beside the emblem.
alter table site_settings add column eu_support text not null default ''
    check (eu_support in ('', 'co_funded', 'funded', 'next_generation'));
-- The language of that sentence.
alter table site_settings add column eu_language text not null default 'sv' check (eu_language in ('sv', 'en'));
update site_settings set eu_support = 'co_funded' where eu_emblem = 1;
alter table site_settings drop column eu_emblem;

-- The heading above the funders in the footer.
alter table site_settings add column funding_heading text not null default 'Med stöd av' check (funding_heading <> '');
-- Sites that had funders had this one.
update site_settings set funding_heading = 'Projektgemensamt stöd' where exists (select 1 from funders);

-- The zone of the site's days and times, by its name in the time-zone database.
alter table site_settings add column time_zone text not null default 'Europe/Stockholm' check (time_zone <> '');

-- A funder's logo is a picture of the library; without one the name is shown.
create table funders_with_pictures (
    position integer primary key check (position > 0),
    name text not null check (name <> ''),
    logo text references pictures (id)
) strict;
insert into funders_with_pictures (position, name, logo)
select f.position, f.name, (select i.id from pictures i where instr(f.logo, '/media/' || i.id || '/') = 1) from funders f;
drop table funders;
alter table funders_with_pictures rename to funders;
