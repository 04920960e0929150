-- The staff's lists filter and sort by what stands in short columns. In the table these lie behind the texts
-- themselves, which would have to be walked over for every row.
create index posts_for_staff on posts (
    kind, state, public_from, updated_at, form, author, created_by, revision, title
);
-- When was something last done with a text?
create index journal_by_post_and_time on journal (post_id, at) where post_id is not null;
