//! Sessions.

use crate::staff::StaffId;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::Staff;
use super::super::session::Limits;
use super::accounts::Credentials;

/// A living session.
#[derive(sqlx::FromRow)]
pub(in crate::staff) struct SessionRow {
    #[sqlx(flatten)]
    pub(in crate::staff) staff: Staff,
    pub(in crate::staff) last_seen_at: UnixMillis,
}

/// The living session of a token, if its account is active.
pub(in crate::staff) async fn find(
    reader: &SqlitePool,
    token_hash: &[u8],
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

/// Opens a session, unless the account was disabled or got another password since it was looked up.
pub(in crate::staff) async fn open(
    connection: &mut SqliteConnection,
    token_hash: &[u8],
    account: &Credentials,
    now: UnixMillis,
) -> sqlx::Result<bool> {
    let opened = sqlx::query(
        "insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at)
        select $1, id, $2, $2 from staff where id = $3 and state = 'active' and password_hash = $4",
    )
    .bind(token_hash)
    .bind(now)
    .bind(account.id)
    .bind(&account.password_hash)
    .execute(connection)
    .await?;
    Ok(opened.rows_affected() == 1)
}

/// Notes that somebody used a session.
pub(in crate::staff) async fn touch(
    connection: &mut SqliteConnection,
    token_hash: &[u8],
    staff_id: StaffId,
    now: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("update staff_sessions set last_seen_at = $2 where token_hash = $1")
        .bind(token_hash)
        .bind(now)
        .execute(&mut *connection)
        .await?;
    super::accounts::seen(connection, staff_id, now).await
}

/// Ends a session.
pub(in crate::staff) async fn end(connection: &mut SqliteConnection, token_hash: &[u8]) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions where token_hash = $1")
        .bind(token_hash)
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends every session of somebody.
pub(in crate::staff) async fn end_all(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions where staff_id = $1").bind(staff_id).execute(connection).await?;
    Ok(())
}

/// Removes sessions that have reached a limit.
pub(in crate::staff) async fn tidy(connection: &mut SqliteConnection, limits: Limits) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions where created_at <= $1 or last_seen_at <= $2")
        .bind(limits.created_after)
        .bind(limits.seen_after)
        .execute(connection)
        .await?;
    Ok(())
}
