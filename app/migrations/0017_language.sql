-- The language that a post is written in, as a BCP 47 tag: one of the list in `app/src/posts/language.rs`.

alter table posts add column language text not null default 'sv';
