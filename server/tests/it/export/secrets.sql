-- The word `hemligtmarke` wherever an export must not look.

insert into staff (id, email, name, role, password_hash, created_at)
values (900, 'hemligtmarke@example.se', 'hemligtmarke', 'admin', '$argon2id$hemligtmarke', 1);
insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at)
values (cast('hemligtmarkehemligtmarkehemligtm' as blob), 900, 1, 1);
insert into ended_sessions (token_hash, staff_id, created_at)
values (cast('hemligtmarkehemligtmarkehemligtm' as blob), 900, 1);
insert into password_links (token_hash, staff_id, expires_at)
values (cast('hemligtmarkehemligtmarkehemligtm' as blob), 900, 1);
insert into log_in_failures (email, network, failures, last_at) values ('hemligtmarke', 'hemligtmarke', 1, 1);
insert into staff_networks (staff_id, network, last_at) values (900, 'hemligtmarke', 1);
insert into flashes (token_hash, form, content, expires_at)
values (cast('hemligtmarkehemligtmarkehemligtm' as blob), 'hemligtmarke', 'hemligtmarke', 1);
insert or replace into first_account_link (id, token_hash, expires_at)
values (1, cast('hemligtmarkehemligtmarkehemligtm' as blob), 1);
insert into review_links (token_hash, post_id, staff_id, created_at, expires_at)
select cast('hemligtmarkehemligtmarkehemligtm' as blob), id, 900, 1, 2 from posts where slug = 'en-sida';
insert into foresight_letters (staff_id, rhythm, hour, chosen_at, done_on, told_until)
values (900, 'day', 7, 1, '2026-12-01', 1);
insert into audit_log (at, staff_id, staff_name, action, about)
values (1, 900, 'hemligtmarke', 'hemligtmarke', 'hemligtmarke');
insert into feedback (receipt_hash, kind, page, description, technology, name, email, received_at, answer, answered_at,
    answered_by)
values (cast('hemligtmarkehemligtmarkehemligtm' as blob), 'fault', 'hemligtmarke', 'hemligtmarke', 'hemligtmarke',
    'hemligtmarke', 'hemligtmarke', 1, 'hemligtmarke', 1, 'hemligtmarke');

insert into consents (post_id, state, sealed, changed_at)
select id, 'asked', cast('hemligtmarke' as blob), 1 from posts where slug = 'en-sida';
insert into consent_papers (post_id, sealed, added_at)
select id, cast('hemligtmarke' as blob), 1 from posts where slug = 'en-sida';

-- What was erased.
insert into erased_marks (hash) values (cast('hemligtmarkehemligtmarkehemligtm' as blob));

-- What was begun, autosaved, replaced, thrown away.
insert into drafts (post_id, staff_id, base_revision, content, saved_at)
select id, 900, 3, json_object('title', 'hemligtmarke'), 1795000000000 from posts where slug = 'en-sida';
insert into revisions (post_id, number, content, staff_id, saved_at)
select id, 1, json_object('title', 'hemligtmarke'), 900, 1 from posts where slug = 'en-sida';
insert into posts (kind, slug, title, created_by, created_at, updated_at)
values ('article', 'utkast-hemligtmarke', 'Namnlös text', 900, 1, 1);
insert into drafts (post_id, staff_id, base_revision, content, saved_at)
select id, 900, 0, json_object('title', 'hemligtmarke'), 1 from posts where slug = 'utkast-hemligtmarke';
insert into posts (kind, slug, title, body_markdown, body_html, quote, source, author, state, trashed_at, trashed_from,
    created_at, updated_at)
values ('article', 'hemligtmarke', 'hemligtmarke', 'hemligtmarke', 'hemligtmarke', 'hemligtmarke', 'hemligtmarke',
    'hemligtmarke', 'trash', 1, 'draft', 1, 1);
insert into path_redirects (path, post_id, created_at) select '/hemligtmarke', id, 1 from posts where slug = 'hemligtmarke';
insert into pictures (id, width, height, created_at, alt, name, caption, credit, trashed_at)
values ('0123456789abcdef0123456789abcdef', 1, 1, 1, 'hemligtmarke', 'hemligtmarke', 'hemligtmarke', 'hemligtmarke', 1);
insert into documents (id, title, file_id, created_at, deleted_at)
values ('0123456789abcdef0123456789abcdef', 'hemligtmarke', '0123456789abcdef0123456789abcdee', 1, 1);
insert into document_files (id, document_id, name, format, bytes, hash, added_at)
values ('0123456789abcdef0123456789abcdee', '0123456789abcdef0123456789abcdef', 'hemligtmarke.pdf', 'pdf', 1,
    cast('hemligtmarkehemligtmarkehemligtm' as blob), 1);

-- What the program notes for itself.
update site_settings set machine_key = 'hemligtmarke', framers = 'hemligtmarke';
update accessibility set reminded_of = 'hemligtmarke';
update editions set introduction_html = 'hemligtmarke', changed_by = 'hemligtmarke';
insert into settings_sections (section, version, changed_by) values ('hemligtmarke', 1, 'hemligtmarke');
insert into first_hour_steps (step, state, changed_at, changed_by) values ('hemligtmarke', 'done', 1, 'hemligtmarke');
insert into imported_items (source, source_id, post_id, hash, post_version, post_state, imported_at)
select 'hemligtmarke', 'hemligtmarke', id, cast('hemligtmarkehemligtmarkehemligtm' as blob), 1, 'hemligtmarke', 1
from posts where slug = 'en-sida';
insert into move_ins (state, file_name, media_name, choices, report, failure, changed_at)
values ('ended', 'hemligtmarke', 'hemligtmarke', json_object('a', 'hemligtmarke'), json_object('a', 'hemligtmarke'),
    'hemligtmarke', 1);
insert or replace into nightly_backups (id, failing_since, failure) values (1, 1, 'hemligtmarke');
insert into picture_renditions (picture_id, name, shape, width, height, bytes)
select min(id), 'hemligtmarke.webp', 'lead', 1, 1, 1 from pictures where trashed_at is null;
insert into title_words (folded, word, post_id, backwards)
select 'hemligtmarke', 'hemligtmarke', id, 'hemligtmarke' from posts where slug = 'en-sida';
insert into board_moves (staff_id, edition_id, shifts, moved_at)
select 900, min(id), json_array('hemligtmarke'), 1 from editions;
insert into edition_changes (edition_id, version, before, changed_at)
select min(id), 1, json_array('hemligtmarke'), 1 from editions;
insert into comments (post_id, staff_id, name, body, written_at, state, quote, text_before, text_after, revision)
select id, 900, 'hemligtmarke', 'hemligtmarke', 1, 'gone', 'hemligtmarke', 'hemligtmarke', 'hemligtmarke', 1
from posts where slug = 'en-sida';
insert into readings (post_id, staff_id, revision, state, reason, read_at)
select id, 900, 1, 'changes', 'hemligtmarke', 1 from posts where slug = 'en-sida';
insert into reading_requests (post_id, staff_id, asked_by, note, asked_at)
select id, 900, 900, 'hemligtmarke', 1 from posts where slug = 'en-sida';
