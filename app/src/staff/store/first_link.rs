//! The table `first_account_link`: the way to the first account, while there is none.

use sqlx::SqliteExecutor;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::token::TokenHash;
use crate::time::UnixMillis;

/// Whether anybody has an account, closed ones included.
pub(in crate::staff) async fn is_any_account(database: impl SqliteExecutor<'_>) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select 1 from staff)").fetch_one(database).await
}

/// Replaces the link.
pub(in crate::staff) async fn replace(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    expires_at: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("insert or replace into first_account_link (id, token_hash, expires_at) values (1, $1, $2)")
        .bind(token_hash)
        .bind(expires_at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes the link.
pub(in crate::staff) async fn delete(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("delete from first_account_link").execute(connection).await?;
    Ok(())
}

/// Whether a link leads to the first account: it has not expired, and nobody has one.
pub(in crate::staff) async fn is_open(
    reader: &SqlitePool,
    token_hash: &TokenHash,
    now: UnixMillis,
) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select 1 from first_account_link where token_hash = $1 and expires_at > $2)
             and not exists (select 1 from staff)",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_one(reader)
    .await
}

/// Uses a link up and returns `true`, if it led to the first account.
pub(in crate::staff) async fn take(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    now: UnixMillis,
) -> sqlx::Result<bool> {
    let taken = sqlx::query(
        "delete from first_account_link
         where token_hash = $1 and expires_at > $2 and not exists (select 1 from staff)",
    )
    .bind(token_hash)
    .bind(now)
    .execute(connection)
    .await?;
    Ok(taken.rows_affected() > 0)
}
