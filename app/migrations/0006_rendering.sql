-- Which renderer wrote the HTML that is kept beside every text (see app/src/markdown). One row. A text rendered by
-- an older one is rendered again at the next start.
create table rendering (
    id integer primary key check (id = 1),
    version integer not null check (version >= 0)
) strict;
insert into rendering (id, version) values (1, 0);
