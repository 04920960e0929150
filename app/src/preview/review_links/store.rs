//! The SQL of links for somebody outside.

use crate::posts::PostId;
use crate::staff::StaffId;
use crate::staff::token::TokenHash;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

/// A link as staff may know of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ReviewLink {
    /// Its number.
    pub id: i64,
    /// Who made it; nothing when that account is no more.
    pub by: Option<String>,
    /// When, in milliseconds UTC.
    pub created_at: UnixMillis,
    /// Until when it leads to the text, in milliseconds UTC.
    pub expires_at: UnixMillis,
}

/// Whether somebody outside may see a text at all.
pub(super) async fn may_be_shared(writer: &mut SqliteConnection, post: PostId) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select 1 from posts where id = $1 and state not in ('withdrawn', 'trash'))",
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
    now: UnixMillis,
    expires_at: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into review_links (token_hash, post_id, staff_id, created_at, expires_at) values ($1, $2, $3, $4, $5)",
    )
    .bind(token_hash)
    .bind(post)
    .bind(staff)
    .bind(now)
    .bind(expires_at)
    .execute(writer)
    .await?;
    Ok(())
}

/// Ends a link of a text, and tells whether there was one.
pub(super) async fn end(writer: &mut SqliteConnection, post: PostId, share: i64) -> sqlx::Result<bool> {
    let done = sqlx::query("delete from review_links where id = $1 and post_id = $2")
        .bind(share)
        .bind(post)
        .execute(writer)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes links that have expired.
pub(super) async fn tidy(writer: &mut SqliteConnection, now: UnixMillis) -> sqlx::Result<()> {
    sqlx::query("delete from review_links where expires_at <= $1").bind(now).execute(writer).await?;
    Ok(())
}

/// The living links to a text, newest first.
pub(super) async fn living(
    reader: &SqlitePool,
    post: PostId,
    now: UnixMillis,
) -> sqlx::Result<Vec<ReviewLink>> {
    sqlx::query_as(
        "select h.id, s.name as by, h.created_at, h.expires_at
         from review_links h left join staff s on s.id = h.staff_id
         where h.post_id = $1 and h.expires_at > $2 order by h.id desc",
    )
    .bind(post)
    .bind(now)
    .fetch_all(reader)
    .await
}

/// The text that a living link leads to, and until when.
pub(super) async fn find(
    reader: &SqlitePool,
    token_hash: &TokenHash,
    now: UnixMillis,
) -> sqlx::Result<Option<(PostId, UnixMillis)>> {
    // That a text which was taken away has no links is a trigger's work; that it is not shown is said here as well.
    sqlx::query_as(
        "select h.post_id, h.expires_at from review_links h join posts p on p.id = h.post_id
         where h.token_hash = $1 and h.expires_at > $2 and p.state not in ('withdrawn', 'trash')",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Whether a text shows a picture: in its newest saved version or, without any, as it stands.
///
/// # Errors
/// When the database cannot be read.
pub async fn shows(reader: &SqlitePool, post: PostId, picture: &str) -> sqlx::Result<bool> {
    let newest: Option<bool> = sqlx::query_scalar(
        "select coalesce(json_extract(content, '$.picture') = $2, 0)
             or instr(json_extract(content, '$.body'), '/media/' || $2 || '/') > 0
         from revisions where post_id = $1 order by number desc limit 1",
    )
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
