-- What readers can search in: a post's words, by the place where they stand. å, ä and ö are letters of their own.
-- The index knows every post, public or not; whether a hit may be shown is asked of `posts.public_from` by whoever
-- searches. Its own ranking (bm25) is not used: it counts words over the whole index, closed doors and all.
create virtual table search_index using fts5 (
    title, quote, tags, body,
    tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);

-- Posts whose text stands in the index as it was written, in Markdown, and whose title's words are not listed
-- below: what SQL cannot do. The program takes them on, with each save and at each start.
create table search_unread (
    post_id integer primary key references posts (id) on delete cascade
) strict;

-- The words of titles, for those who misspell them.
create table title_words (
    -- Lower case, and the same without dots, rings and accents; and that read backwards.
    word text not null,
    folded text not null,
    backwards text not null,
    post_id integer not null references posts (id) on delete cascade,
    primary key (folded, word, post_id)
) strict, without rowid;
create index title_words_backwards on title_words (backwards);
create index title_words_by_post on title_words (post_id);

-- Answers "is it public?" without the post's texts, which stand in between in its row.
create index posts_publicity on posts (id, public_from, kind);

-- Quotation and source as one text.
create view search_quotes as
select
    id as post_id,
    case when quote = '' then source when source = '' then quote else quote || ' – ' || source end as quote
from posts;

create view search_tags as
select
    p.id as post_id,
    coalesce((
        -- Not `group_concat(… order by …)`: a database that an older `sqlite3` on the server cannot open is no help.
        select group_concat(name, ', ') from (
            select t.name from post_tags pt join tags t on t.id = pt.tag_id
            where pt.post_id = p.id order by t.name
        )
    ), '') as tags
from posts p;

create trigger search_post_added after insert on posts begin
    insert into search_index (rowid, title, quote, tags, body)
    values (new.id, new.title, (select quote from search_quotes where post_id = new.id), '', new.body_markdown);
    insert into search_unread (post_id) values (new.id);
end;
create trigger search_post_changed after update of title, quote, source, body_markdown on posts
when (old.title, old.quote, old.source, old.body_markdown)
    is not (new.title, new.quote, new.source, new.body_markdown) begin
    update search_index set
        title = new.title,
        quote = (select quote from search_quotes where post_id = new.id),
        body = new.body_markdown
    where rowid = new.id;
    delete from title_words where post_id = new.id;
    insert or ignore into search_unread (post_id) values (new.id);
end;
create trigger search_post_removed after delete on posts begin
    delete from search_index where rowid = old.id;
end;
create trigger search_tag_given after insert on post_tags begin
    update search_index set tags = (select tags from search_tags where post_id = new.post_id)
    where rowid = new.post_id;
end;
create trigger search_tag_taken after delete on post_tags begin
    update search_index set tags = coalesce((select tags from search_tags where post_id = old.post_id), '')
    where rowid = old.post_id;
end;
create trigger search_tag_renamed after update of name on tags when old.name <> new.name begin
    update search_index set tags = (select tags from search_tags where post_id = search_index.rowid)
    where rowid in (select post_id from post_tags where tag_id = new.id);
end;

insert into search_index (rowid, title, quote, tags, body)
select p.id, p.title, q.quote, t.tags, p.body_markdown
from posts p join search_quotes q on q.post_id = p.id join search_tags t on t.post_id = p.id;
insert into search_unread (post_id) select id from posts;
