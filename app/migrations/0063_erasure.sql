-- Stories that are taken back for good. What is kept says that it was done, and nothing of the story or the person.
create table erasures (
    -- Never used again: the receipt of one is not that of another.
    id integer primary key autoincrement,
    erased_at integer not null,
    texts integer not null check (texts > 0),
    pictures integer not null check (pictures >= 0),
    documents integer not null check (documents >= 0),
    recordings integer not null default 0 check (recordings >= 0),
    -- Since when nothing of it is left in the bytes of this file; null: it has not been possible yet.
    overwritten_at integer
) strict;
create index erasures_to_overwrite on erasures (id) where overwritten_at is null;

-- SHA-256 of addresses under which readers had a story that is erased, and of what imports called it: an address may hold
-- a name. Whoever asks for one is told that it is gone.
create table erased_marks (
    hash blob primary key check (length(hash) = 32)
) strict, without rowid;

-- Stories that are hidden already, and are erased when the time in which the person may think again has passed.
create table pending_erasures (
    post_id integer primary key references posts (id) on delete cascade,
    due_at integer not null,
    -- What they were, to be that again.
    state text not null check (state in ('draft', 'ready', 'published', 'withdrawn', 'trash')),
    consent text check (consent in ('unknown', 'asked', 'given', 'withdrawn')),
    withdrawn_at integer
) strict;
create index pending_erasures_by_time on pending_erasures (due_at);

-- The number of a text is never given to another one: the audit log goes on naming it.
create table last_post_id (
    id integer primary key check (id = 1),
    number integer not null
) strict;
insert into last_post_id (id, number)
select 1, max(coalesce((select max(id) from posts), 0), coalesce((select max(post_id) from audit_log), 0));
create trigger post_ids_are_not_used_again after delete on posts begin
    update last_post_id set number = max(number, old.id);
end;

-- Nobody rewrites the audit log, but what an entry was about may be taken out of it: who did what, and when, stays.
drop trigger audit_log_is_never_changed;
create trigger audit_log_is_never_changed before update on audit_log
when new.about <> ''
    or (new.id, new.at, new.staff_id, new.staff_name, new.action, new.post_id)
        is not (old.id, old.at, old.staff_id, old.staff_name, old.action, old.post_id) begin
    select raise(abort, 'the audit log is never rewritten');
end;
