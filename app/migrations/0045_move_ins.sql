-- Imports that staff have begun in the admin: the files that they gave, how far each has come, and its last report.
create table move_ins (
    -- Never used again, so that a page that is still open acts on no other import.
    id integer primary key autoincrement,
    -- receiving: files are on their way. trying: a dry run. tried: somebody has to decide. moving: the import itself.
    -- failed: the last run ended early, and the files are still there. ended: nothing but the report is left.
    state text not null check (state in ('receiving', 'trying', 'tried', 'moving', 'failed', 'ended')),
    -- As the one who gave it called it; the file lies under that name in a folder of its own.
    file_name text not null default '',
    media_name text not null default '',
    -- What is decided about the file, as JSON.
    choices text not null default '{}' check (json_valid(choices)),
    -- The report of the last run, as JSON.
    report text check (json_valid(report)),
    -- Why the last run ended early, as a sentence.
    failure text not null default '',
    changed_at integer not null
) strict;
-- One at a time.
create unique index one_open_move_in on move_ins (state <> 'ended') where state <> 'ended';
