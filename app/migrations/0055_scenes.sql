-- Scenes: an edition's own picture, with the places of its doors.

-- The check of the column cannot be changed, so the column is made anew. Triggers and indexes do not name it.
alter table editions add column scene_kind text not null default 'town'
    check (scene_kind in ('town', 'grid', 'picture', 'path'));
update editions set scene_kind = scene where scene_kind <> scene;
alter table editions drop column scene;
alter table editions rename column scene_kind to scene;

-- The pictures of an edition whose scene is its own picture. Kept when it gets another scene, so that it can go back.
create table scene_pictures (
    edition_id integer not null references editions (id) on delete cascade,
    layout text not null check (layout in ('landscape', 'portrait')),
    picture_id text not null references pictures (id) on delete cascade,
    primary key (edition_id, layout)
) strict, without rowid;
create index scene_pictures_by_picture on scene_pictures (picture_id);

-- Where doors are on a picture, in ten-thousandths of the uncropped original's width and height.
create table scene_doors (
    edition_id integer not null,
    layout text not null,
    day integer not null check (day between 1 and 366),
    x integer not null check (x >= 0),
    y integer not null check (y >= 0),
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    -- How its number is seen over the picture: in a light or a dark colour, or on a plate of its own.
    number text not null default 'plate' check (number in ('light', 'dark', 'plate')),
    primary key (edition_id, layout, day),
    check (x + width <= 10000 and y + height <= 10000),
    foreign key (edition_id, layout) references scene_pictures (edition_id, layout) on delete cascade
) strict, without rowid;
