-- Menu and footer may also lead to other sites. A check cannot be changed, so the table is built anew.
create table new_menu_items (
    place text not null check (place in ('head', 'foot')),
    position integer not null check (position > 0),
    label text not null check (label <> ''),
    -- A path on this site, or a whole address elsewhere.
    path text not null check (
        (path like '/%' and path not like '//%')
        or path like 'https://_%' or path like 'http://_%' or path like 'mailto:_%' or path like 'tel:_%'
    ),
    primary key (place, position)
) strict;
insert into new_menu_items (place, position, label, path) select place, position, label, path from menu_items;
drop table menu_items;
alter table new_menu_items rename to menu_items;
