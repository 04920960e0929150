-- Sessions that have ended, for a while: a form that was written in one of them waits until its writer has logged in
-- again. They open nothing. Whatever ends a session leaves its trace here.
create table ended_sessions (
    token_hash blob primary key check (length(token_hash) = 32),
    staff_id integer not null references staff (id) on delete cascade,
    created_at integer not null
) strict, without rowid;
create index ended_sessions_by_time on ended_sessions (created_at);
create index ended_sessions_by_staff on ended_sessions (staff_id);
create trigger staff_sessions_are_remembered after delete on staff_sessions
-- With an account its sessions go, too.
when exists (select 1 from staff where id = old.staff_id)
begin
    insert or ignore into ended_sessions (token_hash, staff_id, created_at)
    values (old.token_hash, old.staff_id, old.created_at);
end;

-- Whose session a form was sent in; null for strangers, who must not crowd out what staff have written.
alter table flashes add column staff_id integer references staff (id) on delete cascade;
create index flashes_by_staff on flashes (staff_id, expires_at) where staff_id is not null;

-- A link that somebody has asked for by e-mail ends no other, or anybody could keep a colleague from using theirs.
create table all_password_links (
    token_hash blob primary key check (length(token_hash) = 32),
    staff_id integer not null references staff (id) on delete cascade,
    expires_at integer not null,
    -- Whether it was asked for on the log-in page. Of those that admins make, an account has one.
    is_requested integer not null default 0 check (is_requested in (0, 1))
) strict, without rowid;
insert into all_password_links (token_hash, staff_id, expires_at)
select token_hash, staff_id, expires_at from password_links;
drop table password_links;
alter table all_password_links rename to password_links;
create unique index password_links_by_admins on password_links (staff_id) where is_requested = 0;
create index password_links_by_staff on password_links (staff_id);

-- The columns of the key stand first: SQLite 3.40, which Debian 12 has, otherwise takes the others for NULL when it
-- checks a table without rowid.
create table title_words_before as select folded, word, post_id, backwards from title_words;
drop table title_words;
create table title_words (
    -- Lower case without dots, rings and accents, and with them; and the former read backwards.
    folded text not null,
    word text not null,
    post_id integer not null references posts (id) on delete cascade,
    backwards text not null,
    primary key (folded, word, post_id)
) strict, without rowid;
insert into title_words (folded, word, post_id, backwards)
select folded, word, post_id, backwards from title_words_before;
drop table title_words_before;
create index title_words_backwards on title_words (backwards);
create index title_words_by_post on title_words (post_id);
