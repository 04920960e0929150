-- What the site looks like to others: pictures of the library. One that is in use is not deleted; should it be all the
-- same, its place is empty.
create table brand (
    id integer primary key check (id = 1),
    -- For light grounds, and for dark ones such as the head and the foot of every page.
    logo text references pictures (id) on delete set null,
    logo_on_dark text references pictures (id) on delete set null,
    -- Whether the name stands in the logo, and need not stand beside it.
    logo_has_name integer not null default 0 check (logo_has_name in (0, 1)),
    icon text references pictures (id) on delete set null,
    -- The letters of the icon that is drawn where there is none; empty: those of the name.
    initials text not null default '' check (length(initials) <= 3),
    -- Beside shared links to pages without a picture of their own.
    shared_picture text references pictures (id) on delete set null
) strict;
insert into brand (id) values (1);
