-- Addresses under which readers once found a text: one that was renamed is found at its new address, one that was
-- withdrawn is gone. They hang on the text itself, so there are no chains to follow.
drop table redirects;
create table former_addresses (
    -- The last part of the address.
    slug text primary key check (slug <> '' and slug not glob '*[^0-9a-z-]*'),
    -- Null: the text was deleted for good.
    post_id integer references posts (id) on delete set null
) strict, without rowid;
create index former_addresses_by_post on former_addresses (post_id);

-- One index for each row of texts that readers walk along, so that no list has to be sorted.
drop index posts_by_publication;
create index posts_in_voices on posts (public_from, id) where kind = 'voice';
-- When does the next text become public, of whatever kind?
create index posts_by_opening on posts (public_from);
