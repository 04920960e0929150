create table staff (
    id integer primary key,
    -- Lower case, as it is compared.
    email text not null unique check (email like '%_@_%' and email = lower(email) and length(email) <= 254),
    name text not null check (name <> '' and name = trim(name)),
    role text not null check (role in ('admin', 'editor', 'writer', 'reviewer')),
    state text not null default 'active' check (state in ('active', 'disabled')),
    -- argon2id in PHC form; null until the person has chosen a password.
    password_hash text check (password_hash like '$argon2id$%'),
    created_at integer not null
) strict;

-- Only the SHA-256 of a token is kept, here and below: who reads the file cannot log in with it.
create table staff_sessions (
    token_hash blob primary key check (length(token_hash) = 32),
    staff_id integer not null references staff (id) on delete cascade,
    created_at integer not null,
    last_seen_at integer not null
) strict, without rowid;
create index staff_sessions_by_staff on staff_sessions (staff_id);

-- Single-use links for choosing a password. A new link ends the person's older one.
create table password_links (
    token_hash blob primary key check (length(token_hash) = 32),
    staff_id integer not null unique references staff (id) on delete cascade,
    expires_at integer not null
) strict, without rowid;

-- Failed log-ins, for the growing delay. The key is an e-mail address as typed (lower case), existing or not.
create table log_in_failures (
    email text primary key,
    failures integer not null check (failures > 0),
    last_at integer not null
) strict, without rowid;
create index log_in_failures_by_time on log_in_failures (last_at);

-- What a form without JavaScript says on the next page: what went wrong, and what was typed.
create table flashes (
    token_hash blob primary key check (length(token_hash) = 32),
    form text not null check (form <> ''),
    -- JSON; never a password.
    content text not null,
    expires_at integer not null
) strict, without rowid;
create index flashes_by_expiry on flashes (expires_at);
