-- The canary of day 1, `kanarie1`, wherever rooms hold something of a text, beside what the text itself says. The text is that of the
-- first door, which is `(select id from posts where slug = 'kanarie1adress')`.

insert into staff (id, email, name, role, created_at) values (900, 'siv@exempel.se', 'Siv', 'editor', 1);
insert into drafts (post_id, staff_id, base_revision, content, saved_at)
select id, 900, 0, json_object('title', 'kanarie1utkast', 'body', 'kanarie1utkasttext'), 1 from posts where slug = 'kanarie1adress';
insert into revisions (post_id, number, content, staff_id, saved_at)
select id, 1, json_object('title', 'kanarie1version', 'body', 'kanarie1versionstext'), 900, 1
from posts where slug = 'kanarie1adress';
insert into review_links (id, token_hash, post_id, staff_id, created_at, expires_at, allows_comments)
select 900, cast('kanarie1kanarie1kanarie1kanarie1' as blob), id, 900, 1, 9999999999999, 1 from posts where slug = 'kanarie1adress';
insert into comments (id, post_id, name, review_link_id, body, written_at, state, quote, text_before, text_after, revision)
select 900, id, 'kanarie1granskare', 900, 'kanarie1kommentar', 1, 'gone', 'kanarie1ordcitat', 'kanarie1ordet', 'kanarie1orden', 1
from posts where slug = 'kanarie1adress';
insert into reading_requests (post_id, staff_id, asked_by, note, asked_at)
select id, 900, 900, 'kanarie1fraga', 1 from posts where slug = 'kanarie1adress';
insert into readings (post_id, staff_id, revision, state, reason, read_at)
select id, 900, 1, 'changes', 'kanarie1svar', 1 from posts where slug = 'kanarie1adress';
insert into review_news (staff_id, post_id, kind, happened_at)
select 900, id, 'comment', 1 from posts where slug = 'kanarie1adress';
insert into consents (post_id, state, on_site, in_social_media, in_print, in_embeds, given_how, given_on, sealed, changed_at)
select id, 'given', 1, 1, 1, 1, 'paper', '2026-11-01', cast('kanarie1person' as blob), 1 from posts where slug = 'kanarie1adress';
insert into title_words (folded, word, post_id, backwards)
select 'kanarie1ord', 'kanarie1ord', id, 'dro1eiranak' from posts where slug = 'kanarie1adress';
insert into text_reads (post_id, day, reads) select id, '2026-12-01', 42 from posts where slug = 'kanarie1adress';
insert into example_posts (post_id, version) select id, 1 from posts where slug = 'kanarie1adress';
insert into reserves (edition_id, post_id, position, revision)
select (select id from editions where slug = 'utkast'), id, 1, 1 from posts where slug = 'kanarie1adress';

-- Under which names readers and others have known it.
insert into post_redirects (slug, post_id) select 'kanarie1tidigare', id from posts where slug = 'kanarie1adress';
insert into path_redirects (path, query, post_id, created_at)
select '/2019/kanarie1gammal', '', id, 1 from posts where slug = 'kanarie1adress'
union all select '/2019/kanarie1annan', 'kanarie1fragedel', id, 1 from posts where slug = 'kanarie1adress';
insert into path_redirects (path, to_path, created_at) values ('/kanarie1genvag', '/inlagg/kanarie1adress', 1);
insert into imported_items (source, source_id, post_id, hash, post_version, post_state, imported_at)
select 'mapp', 'kanarie1fil.md', id, cast('kanarie1kanarie1kanarie1kanarie1' as blob), 1, 'published', 1
from posts where slug = 'kanarie1adress';

-- What holds words without saying of which text.
insert into flashes (token_hash, form, content, expires_at)
values (cast('kanarie1kanarie1kanarie1kanarie1' as blob), 'editor', '{"message":"kanarie1flash"}', 9999999999999);
insert into feedback (receipt_hash, kind, page, description, received_at)
values (cast('00000000000000000000000000000000' as blob), 'fault', '/inlagg/kanarie1adress', 'Jag kan inte läsa.', 1);
insert into menu_items (place, position, label, path) values ('foot', 90, 'kanarie1meny', '/inlagg/kanarie1adress');
insert into move_ins (state, file_name, report, changed_at) values ('ended', 'blogg.xml', '{"x":"kanarie1rapport"}', 1);
insert into audit_log (at, staff_name, action, post_id, about)
select 1, 'Siv', 'tagged', id, 'kanarie1handelse' from posts where slug = 'kanarie1adress';

-- What its picture and its document are called, now and before.
update pictures set name = 'kanarie1bildfil.jpg', caption = 'kanarie1bildrad' where id = printf('%032x', 1);
insert into audit_log (at, staff_name, action, about) values (1, 'Siv', 'picture_changed', 'kanarie1bildfil.jpg');
insert into audit_log (at, staff_name, action, about)
select 1, 'Siv', 'document_added', title from documents where id = printf('%032x', 2001);
insert into pictures (id, width, height, created_at, name, trashed_at, replaced_by)
values ('abcdefabcdefabcdefabcdefabcdefab', 1, 1, 1, 'kanarie1tidigarebild.jpg', 1, printf('%032x', 1));
insert into document_files (id, document_id, name, format, bytes, hash, added_at, replaced_at)
values ('abcdefabcdefabcdefabcdefabcdefac', printf('%032x', 2001), 'kanarie1tidigarefil.txt', 'txt', 1,
    cast('kanarie1kanarie1kanarie1kanarie1' as blob), 1, 1);

-- What somebody has read aloud once (the recording that the text has now is planted with it), and the form that the person has signed.
insert into recordings (id, post_id, format, bytes, millis, hash, transcript, added_at, removed_at)
select 'abcdefabcdefabcdefabcdefabcdefae', id, 'mp3', 1, 1000, cast('kanarie1kanarie1kanarie1kanarie1' as blob),
    'kanarie1tidigareutskrift', 1, 2 from posts where slug = 'kanarie1adress';
insert into consent_papers (post_id, sealed, added_at)
select id, cast('kanarie1blankett' as blob), 1 from posts where slug = 'kanarie1adress';
