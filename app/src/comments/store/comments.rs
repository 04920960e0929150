//! The table `comments`.

use sqlx::SqliteExecutor;
use sqlx::sqlite::SqliteConnection;

use crate::comments::comment::{Author, Comment};
use crate::comments::mapping::{Anchor, AnchorState};
use crate::comments::passages::Place;
use crate::ids::{CommentId, ReviewLinkId};
use crate::posts::{PostId, Revision};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// A comment as the database has it.
#[derive(sqlx::FromRow)]
struct Row {
    id: CommentId,
    thread_id: Option<CommentId>,
    staff_id: Option<StaffId>,
    name: String,
    body: String,
    written_at: UnixMillis,
    state: AnchorState,
    quote: String,
    text_before: String,
    text_after: String,
    block: Option<i64>,
    starts_at: Option<i64>,
    ends_at: Option<i64>,
    revision: Revision,
    resolved_at: Option<UnixMillis>,
    resolver: String,
    deleted_at: Option<UnixMillis>,
}

impl From<Row> for Comment {
    fn from(row: Row) -> Self {
        let number = |value: Option<i64>| value.and_then(|value| usize::try_from(value).ok());
        let place = match (number(row.block), number(row.starts_at), number(row.ends_at)) {
            (Some(block), Some(start), Some(end)) if start <= end => Some(Place { block, start, end }),
            _ => None,
        };
        Self {
            id: row.id,
            thread: row.thread_id,
            author: match row.staff_id {
                Some(id) => Author::Staff(id, row.name),
                None => Author::Outside(row.name),
            },
            body: row.body,
            written_at: row.written_at,
            anchor: Anchor {
                state: row.state,
                quote: row.quote,
                before: row.text_before,
                after: row.text_after,
                place,
            },
            revision: row.revision,
            resolved: row.resolved_at.map(|at| (at, row.resolver)),
            deleted_at: row.deleted_at,
        }
    }
}

/// Selects comments `c`, after which the rest of a query follows.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select c.id, c.thread_id, c.staff_id, coalesce(s.name, c.name) as name, c.body, c.written_at, c.state, c.quote,
                 c.text_before, c.text_after, c.block, c.starts_at, c.ends_at, c.revision, c.resolved_at,
                 coalesce(r.name, '') as resolver, c.deleted_at
             from comments c left join staff s on s.id = c.staff_id left join staff r on r.id = c.resolved_by ",
            $rest
        )
    };
}

/// Returns all comments on a post, deleted ones too, the oldest first.
pub(in crate::comments) async fn of_post(
    database: impl SqliteExecutor<'_>,
    post: PostId,
) -> Result<Vec<Comment>, sqlx::Error> {
    let rows: Vec<Row> =
        sqlx::query_as(select!("where c.post_id = $1 order by c.id")).bind(post).fetch_all(database).await?;
    Ok(rows.into_iter().map(Comment::from).collect())
}

/// Finds a comment and the post that it is about.
pub(in crate::comments) async fn find(
    writer: &mut SqliteConnection,
    id: CommentId,
) -> Result<Option<(PostId, Comment)>, sqlx::Error> {
    let row: Option<Row> =
        sqlx::query_as(select!("where c.id = $1")).bind(id).fetch_optional(&mut *writer).await?;
    let Some(row) = row else { return Ok(None) };
    let post =
        sqlx::query_scalar("select post_id from comments where id = $1").bind(id).fetch_one(writer).await?;
    Ok(Some((post, row.into())))
}

/// A comment to be added.
pub(in crate::comments) struct NewRow<'a> {
    pub(in crate::comments) post: PostId,
    pub(in crate::comments) thread: Option<CommentId>,
    pub(in crate::comments) staff: Option<StaffId>,
    pub(in crate::comments) name: &'a str,
    pub(in crate::comments) link: Option<ReviewLinkId>,
    pub(in crate::comments) body: &'a str,
    pub(in crate::comments) anchor: &'a Anchor,
    pub(in crate::comments) revision: Revision,
    pub(in crate::comments) now: UnixMillis,
}

/// Adds a comment and returns its id.
pub(in crate::comments) async fn add(
    writer: &mut SqliteConnection,
    new: &NewRow<'_>,
) -> Result<CommentId, sqlx::Error> {
    let place = place_columns(new.anchor.place);
    sqlx::query_scalar(
        "insert into comments (post_id, thread_id, staff_id, name, review_link_id, body, written_at, state, quote,
             text_before, text_after, block, starts_at, ends_at, revision)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id",
    )
    .bind(new.post)
    .bind(new.thread)
    .bind(new.staff)
    .bind(new.name)
    .bind(new.link)
    .bind(new.body)
    .bind(new.now)
    .bind(new.anchor.state)
    .bind(&new.anchor.quote)
    .bind(&new.anchor.before)
    .bind(&new.anchor.after)
    .bind(place[0])
    .bind(place[1])
    .bind(place[2])
    .bind(new.revision)
    .fetch_one(writer)
    .await
}

/// Counts the comments on a post, without deleted ones.
pub(in crate::comments) async fn count(
    writer: &mut SqliteConnection,
    post: PostId,
) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("select count(*) from comments where post_id = $1 and deleted_at is null")
        .bind(post)
        .fetch_one(writer)
        .await
}

/// Counts the comments that came by a link, deleted ones too, and those that came after an instant.
pub(in crate::comments) async fn count_by_link(
    writer: &mut SqliteConnection,
    link: ReviewLinkId,
    after: UnixMillis,
) -> Result<(i64, i64), sqlx::Error> {
    sqlx::query_as(
        "select count(*), count(*) filter (where written_at > $2) from comments where review_link_id = $1",
    )
    .bind(link)
    .bind(after)
    .fetch_one(writer)
    .await
}

/// Counts the threads on a post that nobody has resolved.
pub(in crate::comments) async fn open_threads(
    database: impl SqliteExecutor<'_>,
    post: PostId,
) -> Result<u32, sqlx::Error> {
    sqlx::query_scalar(
        "select count(*) from comments
         where post_id = $1 and thread_id is null and resolved_at is null and deleted_at is null",
    )
    .bind(post)
    .fetch_one(database)
    .await
}

/// Whether any comment on a post has words that were not yet looked for in a revision.
pub(in crate::comments) async fn are_behind(
    writer: &mut SqliteConnection,
    post: PostId,
    revision: Revision,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "select exists (select 1 from comments where post_id = $1 and state <> 'whole' and revision < $2)",
    )
    .bind(post)
    .bind(revision)
    .fetch_one(writer)
    .await
}

/// Writes what became of the words that a comment is about.
pub(in crate::comments) async fn set_anchor(
    writer: &mut SqliteConnection,
    comment: &Comment,
) -> Result<(), sqlx::Error> {
    let place = place_columns(comment.anchor.place);
    sqlx::query(
        "update comments set state = $2, text_before = $3, text_after = $4, block = $5, starts_at = $6, ends_at = $7,
             revision = $8 where id = $1",
    )
    .bind(comment.id)
    .bind(comment.anchor.state)
    .bind(&comment.anchor.before)
    .bind(&comment.anchor.after)
    .bind(place[0])
    .bind(place[1])
    .bind(place[2])
    .bind(comment.revision)
    .execute(writer)
    .await?;
    Ok(())
}

fn place_columns(place: Option<Place>) -> [Option<i64>; 3] {
    let number = |value: usize| i64::try_from(value).ok();
    place.map_or([None; 3], |place| [place.block, place.start, place.end].map(number))
}

/// Notes that a thread is done, or opens it again.
pub(in crate::comments) async fn set_resolved(
    writer: &mut SqliteConnection,
    id: CommentId,
    resolved: Option<(UnixMillis, StaffId)>,
) -> Result<(), sqlx::Error> {
    sqlx::query("update comments set resolved_at = $2, resolved_by = $3 where id = $1")
        .bind(id)
        .bind(resolved.map(|(at, _)| at))
        .bind(resolved.map(|(_, by)| by))
        .execute(writer)
        .await?;
    Ok(())
}

/// Deletes a comment, or takes it back.
pub(in crate::comments) async fn set_deleted(
    writer: &mut SqliteConnection,
    id: CommentId,
    at: Option<UnixMillis>,
) -> Result<(), sqlx::Error> {
    sqlx::query("update comments set deleted_at = $2 where id = $1")
        .bind(id)
        .bind(at)
        .execute(writer)
        .await?;
    Ok(())
}

/// Deletes for good what was deleted at an instant or before, with the answers to it.
pub(in crate::comments) async fn delete_for_good(
    writer: &mut SqliteConnection,
    until: UnixMillis,
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from comments where deleted_at <= $1").bind(until).execute(writer).await?;
    Ok(())
}
