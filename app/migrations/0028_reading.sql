-- A sentence or two that begin the page of a tag, and the drawing for its subject: the name of a file in public/amnen.
-- Without one, the drawing follows from the slug.
alter table tags add column introduction text not null default '';
alter table tags add column drawing text check (drawing <> '');
