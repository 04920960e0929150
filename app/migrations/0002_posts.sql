create table pictures (
    -- 128 random bits in hexadecimal: an address nobody can guess.
    id text primary key check (length(id) = 32 and id not glob '*[^0-9a-f]*'),
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    created_at integer not null
) strict;

-- The files of a picture, in the data folder under media/{picture_id}/{name}.
create table picture_variants (
    picture_id text not null references pictures (id) on delete cascade,
    -- The file's name and the last part of its address, such as "960.webp".
    name text not null check (name <> '' and name not glob '*[^0-9a-z.]*'),
    media_type text not null check (media_type in ('image/webp', 'image/jpeg', 'image/png')),
    width integer not null check (width > 0),
    bytes integer not null check (bytes > 0),
    primary key (picture_id, name)
) strict, without rowid;

create table posts (
    id integer primary key,
    kind text not null check (kind in ('article', 'guldkorn', 'voice', 'page')),
    slug text not null unique check (slug <> '' and slug not glob '*[^0-9a-z-]*'),
    title text not null check (title <> ''),
    -- How a guldkorn is told; only a guldkorn has a form.
    form text check (form in ('quote', 'story', 'thought', 'photo')),
    -- What somebody said, and who ("deltagare, 28 år"); a voice has a source, too.
    quote text not null default '',
    source text not null default '',
    teaser text not null default '',
    author text not null default '',
    body_markdown text not null default '',
    -- What readers get: rendered and sanitised when the text is saved.
    body_html text not null default '',
    picture_id text references pictures (id),
    -- Alternative text for those who do not see the picture; empty means decorative.
    picture_alt text not null default '',
    picture_caption text not null default '',
    sensitive integer not null default 0 check (sensitive in (0, 1)),
    state text not null default 'draft'
        check (state in ('draft', 'ready', 'published', 'withdrawn', 'trash')),
    -- When a text that hangs on no door becomes public.
    published_at integer,
    -- From when readers may see it; null: never. Kept by triggers, see 0003_calendar.sql.
    public_from integer,
    -- Grows with every save; a save that names an older version is a conflict.
    version integer not null default 1 check (version > 0),
    created_at integer not null,
    updated_at integer not null,
    check ((kind = 'guldkorn') = (form is not null)),
    check (kind <> 'guldkorn' or form <> 'quote' or state <> 'published' or quote <> '')
) strict;
create index posts_by_publication on posts (kind, public_from, id);
-- The blog shows articles and opened guldkorn in one row.
create index posts_in_blog on posts (public_from, id) where kind in ('article', 'guldkorn');
create index posts_by_picture on posts (picture_id);

create table tags (
    id integer primary key,
    slug text not null unique check (slug <> '' and slug not glob '*[^0-9a-z-]*'),
    name text not null unique check (name <> '')
) strict;

create table post_tags (
    post_id integer not null references posts (id) on delete cascade,
    tag_id integer not null references tags (id) on delete cascade,
    primary key (post_id, tag_id)
) strict, without rowid;
create index post_tags_by_tag on post_tags (tag_id);
