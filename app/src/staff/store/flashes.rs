//! The table `flashes`: content that a browser finds again by a cookie.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::StaffId;
use super::super::token::TokenHash;
use crate::time::{SECOND, UnixMillis};

/// How long content that was taken can be taken again, in milliseconds.
const AGAIN_WITHIN: i64 = 30 * SECOND;

/// Adds content for a form. `owner` is whose session it was sent in.
pub(in crate::staff) async fn add(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    form: &str,
    content: &str,
    expires_at: UnixMillis,
    owner: Option<StaffId>,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into flashes (token_hash, form, content, expires_at, staff_id) values ($1, $2, $3, $4, $5)",
    )
    .bind(token_hash)
    .bind(form)
    .bind(content)
    .bind(expires_at)
    .bind(owner)
    .execute(connection)
    .await?;
    Ok(())
}

/// Returns whether content waits under a token.
pub(in crate::staff) async fn exists(
    reader: &SqlitePool,
    token_hash: &TokenHash,
    now: UnixMillis,
) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select 1 from flashes where token_hash = $1 and expires_at > $2)")
        .bind(token_hash)
        .bind(now)
        .fetch_one(reader)
        .await
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

/// Deletes what has expired, and all but the newest: a thousand of strangers', twenty of each account's. Anybody may
/// send a form, and nobody may fill the disk with it or crowd out what others have written.
pub(in crate::staff) async fn delete_expired(
    connection: &mut SqliteConnection,
    now: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query(
        "delete from flashes where expires_at <= $1 or token_hash in
        (select token_hash from flashes where staff_id is null order by expires_at desc limit 1000000 offset 999)
        or token_hash in (select token_hash from (select token_hash,
            row_number() over (partition by staff_id order by expires_at desc) as place
            from flashes where staff_id is not null) where place > 19)",
    )
    .bind(now)
    .execute(connection)
    .await?;
    Ok(())
}
