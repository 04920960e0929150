-- The staff's lists filter and sort by what stands in short columns. In the table these lie behind the texts
-- themselves, which would have to be walked over for every row. The index begins with the state, which no query of
-- readers asks for: so none of theirs takes it instead of its own.
create index posts_for_staff on posts (
    state, kind, public_from, updated_at, form, author, created_by, revision, title
);
-- When was something last done with a text?
create index journal_by_post_and_time on journal (post_id, at) where post_id is not null;
