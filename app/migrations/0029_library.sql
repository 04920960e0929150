-- What staff know of a picture in the library, beside its alternative text.
-- The file's name as it was sent, for finding the picture again; readers never see it.
alter table pictures add column name text not null default '';
-- Words under the picture and the photographer, for texts to begin with.
alter table pictures add column caption text not null default '';
alter table pictures add column credit text not null default '';
-- What matters most, as fractions of width and height; null: where it usually is, see app/src/media/cover.rs.
alter table pictures add column focal_x real check (focal_x between 0 and 1);
alter table pictures add column focal_y real check (focal_y between 0 and 1);
-- The picture's dominant colour as 0xrrggbb, shown while it loads; null: not known.
alter table pictures add column tone integer check (tone between 0 and 16777215);

-- Files may also be drawings, and AVIF.
create table variants_before as select * from picture_variants;
drop table picture_variants;
create table picture_variants (
    picture_id text not null references pictures (id) on delete cascade,
    -- The file's name and the last part of its address, such as "960.webp".
    name text not null check (name <> '' and name not glob '*[^0-9a-z.-]*'),
    media_type text not null
        check (media_type in ('image/webp', 'image/jpeg', 'image/png', 'image/avif', 'image/svg+xml')),
    width integer not null check (width > 0),
    bytes integer not null check (bytes > 0),
    primary key (picture_id, name)
) strict, without rowid;
insert into picture_variants select * from variants_before;
drop table variants_before;
