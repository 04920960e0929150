-- What each member of staff moved last on the board of a calendar, until they move something else: so that it can be undone.
create table board_moves (
    staff_id integer primary key references staff (id) on delete cascade,
    edition_id integer not null references editions (id) on delete cascade,
    -- Which texts went from which day to which, as JSON (app/src/board/undo.rs).
    shifts text not null check (json_valid(shifts)),
    moved_at integer not null
) strict;
