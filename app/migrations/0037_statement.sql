-- What the accessibility statement says. One row.
create table accessibility (
    id integer primary key check (id = 1),
    organisation text not null default '',
    -- Whether the law on accessibility to digital public service applies; otherwise the statement is voluntary.
    is_public_actor integer not null default 1 check (is_public_actor in (0, 1)),
    -- Empty until somebody has assessed the site.
    compliance text not null default '' check (compliance in ('', 'full', 'partial', 'none')),
    -- Days as yyyy-mm-dd; empty for never.
    assessed_on text not null default ''
        check (assessed_on = '' or assessed_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    updated_on text not null default ''
        check (updated_on = '' or updated_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reviewed_on text not null default ''
        check (reviewed_on = '' or reviewed_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    method text not null default '' check (method in ('', 'self', 'outside')),
    assessor text not null default '',
    tests text not null default '',
    -- The last review about whose age the admins have got a letter.
    reminded_of text not null default '',
    check (assessed_on <= updated_on and updated_on <= reviewed_on)
) strict;
insert into accessibility (id) values (1);

-- What does not work for everybody.
create table accessibility_faults (
    position integer primary key check (position > 0),
    what text not null check (what <> ''),
    place text not null,
    situation text not null,
    reason text not null check (reason in ('fault', 'burden', 'outside')),
    -- Why mending would be a disproportionate burden; needed where that is the reason.
    assessment text not null default '' check (reason <> 'burden' or assessment <> ''),
    alternative text not null default '',
    criterion text not null default '',
    planned text not null default ''
) strict;

-- Messages of the public about accessibility. Nothing says where they came from.
create table feedback (
    id integer primary key autoincrement,
    -- SHA-256 of the receipt number that the sender reads the answer by.
    receipt_hash blob not null unique check (length(receipt_hash) = 32),
    kind text not null check (kind in ('fault', 'request')),
    page text not null default '' check (length(page) <= 300),
    description text not null check (length(description) between 1 and 5000),
    technology text not null default '' check (length(technology) <= 200),
    name text not null default '' check (length(name) <= 100),
    email text not null default '' check (length(email) <= 254),
    received_at integer not null,
    -- When the staff got a letter about it; null while they have not.
    notified_at integer,
    answer text not null default '' check (length(answer) <= 10000),
    answered_at integer check ((answered_at is null) = (answer = '')),
    answered_by text not null default '',
    closed_at integer,
    -- In the trash since.
    deleted_at integer
) strict;
create index feedback_received on feedback (received_at);
