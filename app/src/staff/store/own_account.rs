//! The table `staff_sessions`, as an account's owner sees it.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::StaffId;
use super::super::own_account::{OwnSession, SessionId};
use super::super::session::Limits;
use super::super::token::TokenHash;

/// Lists the living sessions of an account, the last used first. `current` is the hash of the request's token.
pub(in crate::staff) async fn sessions(
    reader: &SqlitePool,
    staff_id: StaffId,
    current: &TokenHash,
    limits: Limits,
) -> sqlx::Result<Vec<OwnSession>> {
    sqlx::query_as(
        "select lower(hex(token_hash)) as id, created_at, last_seen_at, token_hash = $2 as is_current
        from staff_sessions where staff_id = $1 and created_at > $3 and last_seen_at > $4
        order by last_seen_at desc, created_at desc",
    )
    .bind(staff_id)
    .bind(current)
    .bind(limits.created_after)
    .bind(limits.seen_after)
    .fetch_all(reader)
    .await
}

/// Deletes one of an account's sessions, and returns whether it was there.
pub(in crate::staff) async fn delete(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
    id: &SessionId,
) -> sqlx::Result<bool> {
    let deleted =
        sqlx::query("delete from staff_sessions where staff_id = $1 and lower(hex(token_hash)) = $2")
            .bind(staff_id)
            .bind(id)
            .execute(connection)
            .await?;
    Ok(deleted.rows_affected() > 0)
}

/// Deletes all of an account's sessions but the current one.
pub(in crate::staff) async fn delete_others(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
    current: &TokenHash,
) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions where staff_id = $1 and token_hash <> $2")
        .bind(staff_id)
        .bind(current)
        .execute(connection)
        .await?;
    Ok(())
}
