//! The table `flashes`: content that a browser finds again by a cookie.

use sqlx::sqlite::SqliteConnection;

use super::super::token::TokenHash;
use crate::time::{SECOND, UnixMillis};

/// How long content that was taken can be taken again, in milliseconds.
const AGAIN_WITHIN: i64 = 30 * SECOND;

/// Adds content for a form.
pub(in crate::staff) async fn add(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    form: &str,
    content: &str,
    expires_at: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("insert into flashes (token_hash, form, content, expires_at) values ($1, $2, $3, $4)")
        .bind(token_hash)
        .bind(form)
        .bind(content)
        .bind(expires_at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Returns the content for a form, unless it has expired, and lets it expire soon: a browser that drops the page it was
/// shown on, because its user pressed twice, asks once more.
pub(in crate::staff) async fn take(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    form: &str,
    now: UnixMillis,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar(
        "update flashes set expires_at = min(expires_at, $3 + $4)
        where token_hash = $1 and form = $2 and expires_at > $3 returning content",
    )
    .bind(token_hash)
    .bind(form)
    .bind(now)
    .bind(AGAIN_WITHIN)
    .fetch_optional(connection)
    .await
}

/// Deletes what has expired, and all but the newest thousand, of long ones the newest hundred: anybody may send a
/// form, and nobody may fill the disk with it.
pub(in crate::staff) async fn delete_expired(
    connection: &mut SqliteConnection,
    now: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query(
        "delete from flashes where expires_at <= $1 or token_hash in
        (select token_hash from flashes order by expires_at desc limit 1000000 offset 999)
        or token_hash in (select token_hash from flashes where length(content) > 4096
        order by expires_at desc limit 1000000 offset 99)",
    )
    .bind(now)
    .execute(connection)
    .await?;
    Ok(())
}
