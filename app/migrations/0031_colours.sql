-- The colours of the organisation that the site belongs to, as #rrggbb. All other colours are derived from them; none
-- for the standard ones.
create table brand_colours (
    id integer primary key check (id = 1),
    main text check (main glob '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    accent text check (accent glob '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]')
) strict;
