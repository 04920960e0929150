-- Which posts were imported, and under which id their source knows them. By this an item is recognised when
-- its file is read again: never by its title or date.
create table imported_items (
    -- Format and site, such as "wordpress https://gammal.example".
    source text not null check (source <> ''),
    source_id text not null check (source_id <> ''),
    -- Null when the post was deleted for good: it does not come back by itself.
    post_id integer references posts (id) on delete set null,
    -- SHA-256 of the item as it was read.
    hash blob not null check (length(hash) = 32),
    -- The post's version and state as the import left them. When they are others, somebody has worked on it here.
    post_version integer not null,
    post_state text not null,
    imported_at integer not null,
    primary key (source, source_id)
) strict, without rowid;
create index imported_items_by_post on imported_items (post_id) where post_id is not null;

-- Addresses that this site never had itself: those of the site that was left. They lead to a post, or to an address.
create table path_redirects (
    -- Decoded, in NFC, without a trailing slash.
    path text not null check (path like '/%'),
    -- Without the question mark, such as "p=123"; mostly empty.
    query text not null default '',
    post_id integer references posts (id) on delete cascade,
    to_path text check (to_path like '/%' and to_path not like '//%'),
    created_at integer not null,
    -- Nothing leads away from the front page itself.
    check (path <> '/' or query <> ''),
    check ((post_id is null) <> (to_path is null)),
    primary key (path, query)
) strict, without rowid;
create index path_redirects_by_post on path_redirects (post_id) where post_id is not null;
