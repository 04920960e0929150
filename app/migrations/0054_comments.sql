-- What staff, and those outside who have a review link that allows it, say about a text. Readers never get any of it.
create table comments (
    id integer primary key,
    post_id integer not null references posts (id) on delete cascade,
    -- The comment that this one answers; none for one that begins a thread.
    thread_id integer references comments (id) on delete cascade,
    -- Who wrote it; none for somebody outside.
    staff_id integer references staff (id) on delete set null,
    -- The name that somebody outside gave; empty for staff.
    name text not null default '' check (length(name) <= 60),
    -- The link by which it came, as long as there is one.
    review_link_id integer references review_links (id) on delete set null,
    body text not null check (length(body) between 1 and 2000),
    written_at integer not null,
    -- What became of the words that it is about (app/src/comments/mapping.rs); 'whole' when it is about the whole text.
    state text not null check (state in ('whole', 'there', 'changed', 'gone', 'doubtful')),
    -- Those words, and at most 32 characters before and after them in their paragraph.
    quote text not null default '' check (length(quote) <= 500),
    text_before text not null default '' check (length(text_before) <= 32),
    text_after text not null default '' check (length(text_after) <= 32),
    -- Where they stand: the paragraph, and the first byte in it and the one after the last.
    block integer,
    starts_at integer,
    ends_at integer,
    -- The revision in which they were last looked for.
    revision integer not null,
    resolved_at integer,
    resolved_by integer references staff (id) on delete set null,
    deleted_at integer,
    check ((state = 'whole') = (quote = '')),
    check ((state = 'there') = (block is not null and starts_at is not null and ends_at is not null))
) strict;
create index comments_of_post on comments (post_id, id);
create index comments_of_thread on comments (thread_id);
create index comments_of_staff on comments (staff_id, post_id);
create index comments_of_link on comments (review_link_id);

-- Whom somebody has asked to read a text, until they have.
create table reading_requests (
    post_id integer not null references posts (id) on delete cascade,
    staff_id integer not null references staff (id) on delete cascade,
    asked_by integer references staff (id) on delete set null,
    note text not null default '' check (length(note) <= 300),
    asked_at integer not null,
    primary key (post_id, staff_id)
) strict, without rowid;
create index reading_requests_of_staff on reading_requests (staff_id);

-- What somebody has said after reading a text, and of which revision.
create table readings (
    post_id integer not null references posts (id) on delete cascade,
    staff_id integer not null references staff (id) on delete cascade,
    revision integer not null,
    state text not null check (state in ('read', 'changes')),
    reason text not null default '' check (length(reason) <= 1000),
    read_at integer not null,
    primary key (post_id, staff_id)
) strict, without rowid;
create index readings_of_staff on readings (staff_id);

-- What somebody is still to be told of by letter, and when each got the last one: at most one an hour.
create table review_news (
    staff_id integer not null references staff (id) on delete cascade,
    post_id integer not null references posts (id) on delete cascade,
    kind text not null check (kind in ('asked', 'comment', 'reading')),
    happened_at integer not null,
    primary key (staff_id, post_id, kind)
) strict, without rowid;
create index review_news_of_post on review_news (post_id);
create table review_letters (
    staff_id integer primary key references staff (id) on delete cascade,
    sent_at integer not null
) strict;

-- Whether whoever has the link may comment.
alter table review_links add column allows_comments integer not null default 0 check (allows_comments in (0, 1));

-- Nobody gets a letter about a text that was taken away.
create trigger review_news_end after update of state on posts when new.state in ('withdrawn', 'trash') begin
    delete from review_news where post_id = new.id;
end;
