-- Who saved an edition last, for somebody who was about to save over it.
alter table editions add column changed_by text not null default '';

-- Addresses that an edition had. Readers who follow one are led to where it is now.
create table former_edition_addresses (
    slug text primary key check (slug <> '' and slug not glob '*[^0-9a-z-]*'),
    edition_id integer not null references editions (id) on delete cascade
) strict, without rowid;

-- Addresses that a subject had, or that another subject had before it became part of this one.
create table former_tag_addresses (
    slug text primary key check (slug <> '' and slug not glob '*[^0-9a-z-]*'),
    tag_id integer not null references tags (id) on delete cascade
) strict, without rowid;
create index former_tag_addresses_by_tag on former_tag_addresses (tag_id);

-- The settings are kept in sections, each with a form of its own. A save that names an older version of its section is
-- a conflict. A section that nobody has saved has no row.
create table settings_sections (
    section text primary key check (section <> '' and section not glob '*[^a-z]*'),
    version integer not null check (version > 0),
    changed_by text not null
) strict, without rowid;

-- Admins ask the journal who did what.
create index journal_by_staff on journal (staff_id, id);
create index journal_by_deed on journal (deed, id);
