-- Recordings: a text that can be heard. Readers have one exactly as long as they have its text; it is no part of the text's
-- versions, and applies as soon as it is there.
create table recordings (
    -- Its folder in the media folder, and part of its address. Another file is another recording.
    id text primary key check (length(id) = 32 and id not glob '*[^0-9a-f]*'),
    -- Null: the text is deleted for good, and the file is about to be.
    post_id integer references posts (id) on delete set null,
    format text not null check (format in ('mp3', 'm4a', 'opus', 'wav')),
    bytes integer not null check (bytes > 0),
    -- How long it sounds, in milliseconds.
    millis integer not null check (millis between 1000 and 1800000),
    -- SHA-256 of the file as it is stored.
    hash blob not null check (length(hash) = 32),
    -- What is said, where that is not the text word for word: plain text, paragraphs divided by an empty line.
    transcript text not null default '' check (length(transcript) <= 60000),
    -- Somebody has said that the text is what is said, word for word.
    is_verbatim integer not null default 0 check (is_verbatim in (0, 1)),
    added_by integer references staff (id) on delete set null,
    added_at integer not null,
    -- Since when it is taken away, or another one is in its place.
    removed_at integer
) strict, without rowid;
create unique index recordings_of_post on recordings (post_id) where removed_at is null;
create index recordings_by_post on recordings (post_id);
create index recordings_by_staff on recordings (added_by) where added_by is not null;

-- What is said is found as what is written is: the program takes it on (app/src/search_index/store.rs).
create trigger search_recording_added after insert on recordings when new.transcript <> '' begin
    insert or ignore into search_unread (post_id) select id from posts where id = new.post_id;
end;
create trigger search_recording_changed after update of transcript, removed_at, post_id on recordings
when (old.transcript, old.removed_at, old.post_id) is not (new.transcript, new.removed_at, new.post_id) begin
    insert or ignore into search_unread (post_id) select id from posts where id = new.post_id;
end;
create trigger search_recording_removed after delete on recordings when old.transcript <> '' begin
    insert or ignore into search_unread (post_id) select id from posts where id = old.post_id;
end;
