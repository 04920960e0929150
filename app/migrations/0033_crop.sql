-- How a picture is cut, and words for it in four states.

-- The part of the picture that is shown, in fractions of the whole; null: all of it. The focus has columns already.
alter table pictures add column crop_left real check (crop_left between 0 and 1);
alter table pictures add column crop_top real check (crop_top between 0 and 1);
alter table pictures add column crop_width real check (crop_width > 0 and crop_width <= 1);
alter table pictures add column crop_height real check (crop_height > 0 and crop_height <= 1);

-- Files that are cut from the picture (app/src/media/crop), beside those of the whole of it in its folder.
create table picture_renditions (
    picture_id text not null references pictures (id) on delete cascade,
    -- The file's name and the last part of its address: a hash of all that it was made from.
    name text not null check (name <> '' and name not glob '*[^0-9a-z.]*'),
    shape text not null check (shape in ('lead', 'teaser')),
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    bytes integer not null check (bytes > 0),
    -- Since when no page shows it; it is deleted a day later.
    retired_at integer,
    primary key (picture_id, name)
) strict, without rowid;
create index picture_renditions_retired on picture_renditions (retired_at) where retired_at is not null;

-- Everything that is served of a picture.
create view picture_files as
select picture_id, name, media_type, width, bytes from picture_variants
union all
select picture_id, name, 'image/webp', width, bytes from picture_renditions;

-- Whose words tell those who do not see a post's picture what it shows: the library's own, read when the page is made;
-- the post's; nobody's, since it is decoration; or nobody has decided.
alter table posts add column picture_alt_mode text not null default 'undecided'
    check (picture_alt_mode in ('library', 'own', 'decorative', 'undecided'));
-- Until now no words meant decoration. Readers keep exactly what they have.
update posts set picture_alt_mode = case when picture_alt = '' then 'decorative' else 'own' end
where picture_id is not null;
