alter table staff add column last_seen_at integer;

-- Networks that somebody has logged in from: from there the owner gets in while others guess elsewhere.
create table staff_networks (
    staff_id integer not null references staff (id) on delete cascade,
    network text not null check (network <> ''),
    last_at integer not null,
    primary key (staff_id, network)
) strict, without rowid;

-- Failed log-ins with an account from a network, with an account from anywhere (no network), and from a network
-- with any account (no e-mail).
drop table log_in_failures;
create table log_in_failures (
    email text not null,
    network text not null,
    failures integer not null check (failures > 0),
    last_at integer not null,
    primary key (email, network),
    check (email <> '' or network <> '')
) strict, without rowid;
create index log_in_failures_by_time on log_in_failures (last_at);
