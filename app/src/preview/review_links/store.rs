//! The SQL of review links.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::documents::DocumentId;
use crate::ids::ReviewLinkId;
use crate::media::PictureId;
use crate::posts::PostId;
use crate::posts::store::newest::join_newest;
use crate::staff::StaffId;
use crate::staff::token::TokenHash;
use crate::time::UnixMillis;

/// A link as staff may know of it, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ReviewLink {
    /// Id by which a form ends it.
    pub id: ReviewLinkId,
    /// Name of the staff member who created it; none when that account was deleted.
    pub created_by: Option<String>,
    /// When it was created.
    pub created_at: UnixMillis,
    /// First instant at which it leads nowhere.
    pub expires_at: UnixMillis,
    /// Whether whoever has it may comment.
    pub allows_comments: bool,
}

/// What an active link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct OpenedLink {
    /// Id of the link.
    pub id: ReviewLinkId,
    /// The post that it leads to.
    pub post: PostId,
    /// First instant at which it leads nowhere.
    pub expires_at: UnixMillis,
    /// Whether whoever has it may comment.
    pub allows_comments: bool,
}

/// Returns whether somebody outside may see a post at all.
pub(super) async fn is_reviewable(writer: &mut SqliteConnection, post: PostId) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select 1 from posts p left join posts o on o.id = p.original_id
                        where p.id = $1 and p.state not in ('withdrawn', 'trash')
                            and coalesce(o.state, '') not in ('withdrawn', 'trash'))",
    )
    .bind(post)
    .fetch_one(writer)
    .await
}

/// Adds a link.
pub(super) async fn add(
    writer: &mut SqliteConnection,
    token_hash: &TokenHash,
    post: PostId,
    staff: StaffId,
    allows_comments: bool,
    (now, expires_at): (UnixMillis, UnixMillis),
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into review_links (token_hash, post_id, staff_id, created_at, expires_at, allows_comments)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(token_hash)
    .bind(post)
    .bind(staff)
    .bind(now)
    .bind(expires_at)
    .bind(allows_comments)
    .execute(writer)
    .await?;
    Ok(())
}

/// Ends a link to a post; false when there is none.
pub(super) async fn end(
    writer: &mut SqliteConnection,
    post: PostId,
    link: ReviewLinkId,
) -> sqlx::Result<bool> {
    let done = sqlx::query("delete from review_links where id = $1 and post_id = $2")
        .bind(link)
        .bind(post)
        .execute(writer)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes the links that have expired.
pub(crate) async fn delete_expired(writer: &mut SqliteConnection, now: UnixMillis) -> sqlx::Result<()> {
    sqlx::query("delete from review_links where expires_at <= $1").bind(now).execute(writer).await?;
    Ok(())
}

/// Lists the active links to a post, newest first.
pub(super) async fn active(
    reader: &SqlitePool,
    post: PostId,
    now: UnixMillis,
) -> sqlx::Result<Vec<ReviewLink>> {
    sqlx::query_as(
        "select h.id, s.name as created_by, h.created_at, h.expires_at, h.allows_comments
         from review_links h left join staff s on s.id = h.staff_id
         where h.post_id = $1 and h.expires_at > $2 order by h.id desc",
    )
    .bind(post)
    .bind(now)
    .fetch_all(reader)
    .await
}

/// Finds what an active link opens.
pub(super) async fn find(
    reader: &SqlitePool,
    token_hash: &TokenHash,
    now: UnixMillis,
) -> sqlx::Result<Option<OpenedLink>> {
    // A trigger deletes the links of a post that is taken away; the query does not rely on it.
    sqlx::query_as(
        "select h.id, h.post_id as post, h.expires_at, h.allows_comments from review_links h join posts p on p.id = h.post_id
         where h.token_hash = $1 and h.expires_at > $2 and p.state not in ('withdrawn', 'trash')",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Returns whether a post links to a document: in its newest words or, where nobody has written here, as it is published.
///
/// # Errors
/// Those of the database.
pub async fn links_to(reader: &SqlitePool, post: PostId, document: DocumentId) -> sqlx::Result<bool> {
    sqlx::query_scalar(concat!(
        "select case when content is null
              then exists (select 1 from post_documents where post_id = $1 and document_id = $2)
              else instr(content, '/dokument/' || $2 || '/') > 0 end
         from (select coalesce(k.content, r.content) as content from posts p",
        join_newest!(),
        " where p.id = $1)"
    ))
    .bind(post)
    .bind(document)
    .fetch_one(reader)
    .await
}

/// Returns whether a post shows a picture: in its newest words or, where nobody has written here, as it is published.
///
/// # Errors
/// Those of the database.
pub async fn shows(reader: &SqlitePool, post: PostId, picture: PictureId) -> sqlx::Result<bool> {
    let newest: Option<bool> = sqlx::query_scalar(concat!(
        "select coalesce(json_extract(content, '$.picture') = $2, 0)
             or instr(json_extract(content, '$.body'), '/media/' || $2 || '/') > 0
         from (select coalesce(k.content, r.content) as content from posts p",
        join_newest!(),
        " where p.id = $1) where content is not null"
    ))
    .bind(post)
    .bind(picture)
    .fetch_optional(reader)
    .await?;
    match newest {
        Some(shows) => Ok(shows),
        None => {
            sqlx::query_scalar(
                "select exists (select 1 from post_pictures where post_id = $1 and picture_id = $2)",
            )
            .bind(post)
            .bind(picture)
            .fetch_one(reader)
            .await
        }
    }
}

/// Ends all links to all posts.
///
/// # Errors
/// Those of the database.
pub async fn end_all(writer: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("delete from review_links").execute(writer).await?;
    Ok(())
}
