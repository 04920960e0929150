//! The table `password_links`: single-use links for choosing a password.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::StaffId;
use super::super::token::TokenHash;
use crate::time::UnixMillis;

/// A link by an admin that can be used.
#[derive(Debug, sqlx::FromRow)]
pub(in crate::staff) struct LivingLink {
    pub(in crate::staff) token_hash: TokenHash,
    pub(in crate::staff) expires_at: UnixMillis,
}

/// Finds the link that an admin has made for an account, while it can be used.
pub(in crate::staff) async fn living(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
    now: UnixMillis,
) -> sqlx::Result<Option<LivingLink>> {
    sqlx::query_as(
        "select token_hash, expires_at from password_links
        where staff_id = $1 and expires_at > $2 and is_requested = 0",
    )
    .bind(staff_id)
    .bind(now)
    .fetch_optional(connection)
    .await
}

/// Returns the name and address of the account that a link is for, while it can be used.
pub(in crate::staff) async fn find(
    reader: &SqlitePool,
    token_hash: &TokenHash,
    now: UnixMillis,
) -> sqlx::Result<Option<(String, String)>> {
    sqlx::query_as(
        "select s.name, s.email from password_links l join staff s on s.id = l.staff_id
        where l.token_hash = $1 and l.expires_at > $2 and s.state = 'active'",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(reader)
    .await
}

/// Adds a link by an admin, which ends all older ones of the account.
pub(in crate::staff) async fn add(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    staff_id: StaffId,
    expires_at: UnixMillis,
) -> sqlx::Result<()> {
    delete_all(connection, staff_id).await?;
    sqlx::query("insert into password_links (token_hash, staff_id, expires_at) values ($1, $2, $3)")
        .bind(token_hash)
        .bind(staff_id)
        .bind(expires_at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds a link that was asked for on the log-in page. The account's others stay: anybody can ask.
pub(in crate::staff) async fn add_requested(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    staff_id: StaffId,
    expires_at: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into password_links (token_hash, staff_id, expires_at, is_requested) values ($1, $2, $3, 1)",
    )
    .bind(token_hash)
    .bind(staff_id)
    .bind(expires_at)
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes a link that can be used and returns the account that it was for.
pub(in crate::staff) async fn take(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    now: UnixMillis,
) -> sqlx::Result<Option<StaffId>> {
    sqlx::query_scalar(
        "delete from password_links where token_hash = $1 and expires_at > $2 returning staff_id",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(connection)
    .await
}

/// Deletes every link of an account.
pub(in crate::staff) async fn delete_all(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
) -> sqlx::Result<()> {
    sqlx::query("delete from password_links where staff_id = $1").bind(staff_id).execute(connection).await?;
    Ok(())
}

/// Deletes links that have expired.
pub(in crate::staff) async fn delete_expired(
    connection: &mut SqliteConnection,
    now: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("delete from password_links where expires_at <= $1").bind(now).execute(connection).await?;
    Ok(())
}

/// Deletes every link of every account.
pub(in crate::staff) async fn end_all(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("delete from password_links").execute(connection).await?;
    Ok(())
}
