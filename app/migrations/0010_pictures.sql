-- What its alternative text was when it was taken in, for texts to begin with; empty means decorative.
alter table pictures add column alt text not null default '';
alter table pictures add column added_by integer references staff (id) on delete set null;

-- Which posts show a picture: as their own, or within their text. A picture is public exactly as long as one of
-- them is. Kept by the triggers below, whoever writes.
create table post_pictures (
    picture_id text not null references pictures (id) on delete cascade,
    post_id integer not null references posts (id) on delete cascade,
    primary key (picture_id, post_id)
) strict, without rowid;
create index post_pictures_by_post on post_pictures (post_id);

-- The rule behind it. What readers get decides, not how it was written.
create view shown_pictures as
select p.id as post_id, i.id as picture_id
from posts p join pictures i
on i.id = p.picture_id
    or (instr(p.body_html, '/media/') > 0 and instr(p.body_html, '/media/' || i.id || '/') > 0);

create trigger pictures_of_post_added after insert on posts begin
    insert into post_pictures (picture_id, post_id)
    select picture_id, post_id from shown_pictures where post_id = new.id;
end;
create trigger pictures_of_post_changed after update of picture_id, body_html on posts
when (old.picture_id, old.body_html) is not (new.picture_id, new.body_html) begin
    delete from post_pictures where post_id = new.id;
    insert into post_pictures (picture_id, post_id)
    select picture_id, post_id from shown_pictures where post_id = new.id;
end;
-- A text may have named it before it was there.
create trigger posts_of_picture_added after insert on pictures begin
    insert into post_pictures (picture_id, post_id)
    select picture_id, post_id from shown_pictures where picture_id = new.id;
end;

insert into post_pictures (picture_id, post_id) select picture_id, post_id from shown_pictures;
