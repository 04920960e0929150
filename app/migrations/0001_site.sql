-- Times are integer milliseconds UTC, booleans 0 or 1.

-- The site as its owner describes it. One row.
create table site_settings (
    id integer primary key check (id = 1),
    name text not null,
    vision text not null,
    description text not null,
    -- A line at the foot of every page, such as "Texterna är exempel."
    notice text,
    contact_name text not null default '',
    contact_email text not null default '',
    contact_phone text not null default '',
    contact_address text not null default '',
    -- Where the quick exit leads.
    exit_address text not null default 'https://www.smhi.se/',
    -- The page title that sensitive posts show instead of their own.
    safe_title text not null default 'Ett inlägg'
) strict;
insert into site_settings (id, name, vision, description) values (1, 'Guldkorn', '', '');

create table menu_items (
    place text not null check (place in ('head', 'foot')),
    position integer not null check (position > 0),
    label text not null check (label <> ''),
    path text not null check (path like '/%' and path not like '//%'),
    primary key (place, position)
) strict;

create table funders (
    position integer primary key check (position > 0),
    name text not null check (name <> ''),
    -- Address of the logo on this site.
    logo text not null check (logo like '/%' and logo not like '//%')
) strict;

create table help_numbers (
    position integer primary key check (position > 0),
    name text not null check (name <> ''),
    number text not null check (number <> ''),
    hours text not null default '',
    note text not null default '',
    -- The day somebody last checked the number, as yyyy-mm-dd.
    checked_on text not null check (checked_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

-- Addresses that have moved (to_path) or whose text was withdrawn (to_path is null).
create table redirects (
    from_path text primary key check (from_path like '/%'),
    to_path text check (to_path like '/%' and to_path not like '//%' and to_path <> from_path),
    created_at integer not null
) strict;
