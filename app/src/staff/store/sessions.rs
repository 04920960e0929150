//! The table `staff_sessions`.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::session::Limits;
use super::super::token::TokenHash;
use super::super::{Staff, StaffId};
use super::accounts::Credentials;
use crate::time::UnixMillis;

/// A session that has reached no limit.
#[derive(sqlx::FromRow)]
pub(in crate::staff) struct SessionRow {
    #[sqlx(flatten)]
    pub(in crate::staff) staff: Staff,
    pub(in crate::staff) last_seen_at: UnixMillis,
}

/// Finds the living session of a token, if its account is active.
pub(in crate::staff) async fn find(
    reader: &SqlitePool,
    token_hash: &TokenHash,
    limits: Limits,
) -> sqlx::Result<Option<SessionRow>> {
    sqlx::query_as(
        "select s.id, s.email, s.name, s.role, t.last_seen_at
        from staff_sessions t join staff s on s.id = t.staff_id
        where t.token_hash = $1 and s.state = 'active' and t.created_at > $2 and t.last_seen_at > $3",
    )
    .bind(token_hash)
    .bind(limits.created_after)
    .bind(limits.seen_after)
    .fetch_optional(reader)
    .await
}

/// Adds a session and returns `true`, unless the account was disabled or got another password since it was looked up.
pub(in crate::staff) async fn add(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    account: &Credentials,
    now: UnixMillis,
) -> sqlx::Result<bool> {
    let added = sqlx::query(
        "insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at)
        select $1, id, $2, $2 from staff where id = $3 and state = 'active' and password_hash = $4",
    )
    .bind(token_hash)
    .bind(now)
    .bind(account.id)
    .bind(&account.password_hash)
    .execute(connection)
    .await?;
    Ok(added.rows_affected() == 1)
}

/// Records that a session is used.
pub(in crate::staff) async fn set_last_seen(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
    staff_id: StaffId,
    now: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("update staff_sessions set last_seen_at = $2 where token_hash = $1")
        .bind(token_hash)
        .bind(now)
        .execute(&mut *connection)
        .await?;
    super::accounts::set_last_seen(connection, staff_id, now).await
}

/// Deletes a session.
pub(in crate::staff) async fn delete(
    connection: &mut SqliteConnection,
    token_hash: &TokenHash,
) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions where token_hash = $1")
        .bind(token_hash)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes every session of an account.
pub(in crate::staff) async fn delete_all(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions where staff_id = $1").bind(staff_id).execute(connection).await?;
    Ok(())
}

/// Finds whose session a token was the key of, whether it lives or has ended.
pub(in crate::staff) async fn owner(
    reader: &SqlitePool,
    token_hash: &TokenHash,
    created_after: UnixMillis,
) -> sqlx::Result<Option<StaffId>> {
    sqlx::query_scalar(
        "select staff_id from staff_sessions where token_hash = $1 and created_at > $2
        union all select staff_id from ended_sessions where token_hash = $1 and created_at > $2",
    )
    .bind(token_hash)
    .bind(created_after)
    .fetch_optional(reader)
    .await
}

/// Forgets ended sessions that are older than an instant.
pub(in crate::staff) async fn forget_ended(
    connection: &mut SqliteConnection,
    created_before: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("delete from ended_sessions where created_at <= $1")
        .bind(created_before)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes sessions that have reached a limit.
pub(in crate::staff) async fn delete_expired(
    connection: &mut SqliteConnection,
    limits: Limits,
) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions where created_at <= $1 or last_seen_at <= $2")
        .bind(limits.created_after)
        .bind(limits.seen_after)
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends every session of every account.
pub(in crate::staff) async fn end_all(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions").execute(connection).await?;
    Ok(())
}
