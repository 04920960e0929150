-- How the backups went that the server makes by itself. At most one row; none before the first.
create table nightly_backups (
    id integer primary key check (id = 1),
    -- When the last one that succeeded was begun.
    succeeded_at integer,
    -- Since when they have failed, and why, as a sentence; null while the last one succeeded.
    failing_since integer,
    failure text check ((failure is null) = (failing_since is null)),
    -- When the admins got a letter about it.
    notified_at integer
) strict;
