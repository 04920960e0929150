-- What the demo site has nothing of, so that an export has something of everything.

update pictures set focal_x = 0.25, focal_y = 0.5, crop_left = 0.1, crop_top = 0, crop_width = 0.8, crop_height = 1,
    name = 'Bron', caption = 'En bro', credit = 'Foto: Projektet'
where id = (select min(id) from pictures);
update brand set logo = (select max(id) from pictures), initials = 'MV';
insert or replace into brand_colours (id, main, accent) values (1, '#1a4f72', null);
update funders set logo = (select min(id) from pictures) where position = 1;
update site_settings set notice = 'Exempel', sensitive_words = 'hot' || char(10) || 'våld', contact_phone = '08-12 34 56';
insert or replace into wordings (word, instead) values ('komma i arbete', 'börja arbeta');
delete from accessibility_faults;
insert into accessibility_faults (position, what, place, situation, reason)
values (1, 'Kartan går inte att läsa upp', 'Kontakt', 'blind', 'fault');

update tags set introduction = 'Om mod.', drawing = 'bro' where id = (select min(id) from tags);
insert into tag_redirects (slug, tag_id) select 'gammal-etikett', min(id) from tags;
insert into edition_redirects (slug, edition_id) select 'gammal-kalender', min(id) from editions;
update editions set reschedulings = 2, rescheduled_at = 1790000000000, best_doors = '3, 1'
where id = (select min(id) from editions);

-- A text that is gone for good, one that was renamed, and addresses of the site that was left.
insert into post_redirects (slug, post_id) values ('borta', null);
insert into post_redirects (slug, post_id)
select 'forr', min(id) from posts where kind = 'article' and state = 'published';
insert into path_redirects (path, query, post_id, created_at)
select '/', 'p=123', min(id), 1790000000000 from posts where kind = 'article' and state = 'published';
insert into path_redirects (path, to_path, created_at) values ('/i/a42007494/2020/12', '/blogg/2020/12', 1790000000000);

-- Texts in every state.
insert into posts (kind, slug, title, state, created_at, updated_at)
values ('article', 'klar-text', 'Klar text', 'ready', 1780000000000, 1780000000000),
    ('article', 'utkast-text', 'Utkast', 'draft', 1780000000000, 1780000000000);
insert into posts (kind, slug, title, state, published_at, created_at, updated_at)
values ('article', 'con', 'Dragen text', 'withdrawn', 1785000000000, 1780000000000, 1785000000000),
    ('page', 'en-sida', 'En sida', 'published', 1785000000000, 1780000000000, 1785000000000),
    ('article', 'kommande', 'Kommande', 'published', 4000000000000, 1780000000000, 1785000000000);
insert into post_redirects (slug, post_id) select slug, id from posts where slug = 'con';

-- A text whose newest words nobody has published, in odd letters.
update posts set published_revision = 2 where slug = 'en-sida';
insert into revisions (post_id, number, content, saved_at)
select id, 2, json_object('title', 'En sida', 'body', 'مرحبا 👩🏽‍🦽 Å' || char(10) || char(10) || '| a | b |', 'tags', json_array()),
    1785000000000 from posts where slug = 'en-sida';
insert into revisions (post_id, number, content, saved_at)
select id, 3, json_object('title', 'En sida till', 'body', 'Sparat', 'publish_at', '2027-01-01T08:00'), 1785000000001
from posts where slug = 'en-sida';

-- A document below a text. Its file is written beside.
insert into documents (id, title, language, file_id, created_at)
values ('dddddddddddddddddddddddddddddddd', 'Hälsning', 'en', 'ffffffffffffffffffffffffffffffff', 1780000000000);
insert into document_files (id, document_id, name, format, bytes, hash, added_at)
values ('ffffffffffffffffffffffffffffffff', 'dddddddddddddddddddddddddddddddd', 'Hälsning.txt', 'txt', 4,
    x'35342d8282e7de335a87c77b66f27b85bcd194db6c20082767da4f42c80567bf', 1780000000000);
update posts set documents = '/dokument/dddddddddddddddddddddddddddddddd/H%C3%A4lsning.txt#4-en' where slug = 'klar-text';

-- The recording of a text. Its file is written beside.
insert into recordings (id, post_id, format, bytes, millis, hash, transcript, is_verbatim, added_at)
select 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', id, 'wav', 8044, 1000,
    x'dd9165ab3909873fc83f23fb627ce58f8ad2623d8847dbfcecb8df034ac46131', 'Vi säger hej.', 0, 1780000000000 from posts where slug = 'klar-text';

-- An edition that has had a picture of its own as scene.
insert into scene_pictures (edition_id, layout, picture_id)
select (select min(id) from editions), 'landscape', min(id) from pictures;
insert into scene_pictures (edition_id, layout, picture_id)
select (select min(id) from editions), 'portrait', max(id) from pictures;
insert into scene_doors (edition_id, layout, day, x, y, width, height, number)
select min(id), 'landscape', 1, 0, 1234, 1, 8766, 'light' from editions;
insert into scene_doors (edition_id, layout, day, x, y, width, height)
select min(id), 'landscape', 24, 3333, 50, 1429, 1601 from editions;

-- A reserve.
insert into posts (kind, slug, title, form, body_markdown, state, created_at, updated_at)
values ('guldkorn', 'reserven', 'Reserven', 'story', 'Hej.', 'draft', 1780000000000, 1780000000000);
insert into reserves (edition_id, post_id, position, revision)
select (select min(id) from editions), id, 1, 0 from posts where slug = 'reserven';
insert into reserve_switches (edition_id, settled_until) select min(id), 1790000000000 from editions;
