//! Somebody's own sessions.

use crate::staff::StaffId;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::own_account::OwnSession;
use super::super::session::Limits;

/// The living ones, the last used first. `here` is the hash of the asker's own token.
pub(in crate::staff) async fn sessions(
    reader: &SqlitePool,
    staff_id: StaffId,
    here: &[u8],
    limits: Limits,
) -> sqlx::Result<Vec<OwnSession>> {
    sqlx::query_as(
        "select lower(hex(token_hash)) as name, created_at, last_seen_at, token_hash = $2 as is_here
        from staff_sessions where staff_id = $1 and created_at > $3 and last_seen_at > $4
        order by last_seen_at desc, created_at desc",
    )
    .bind(staff_id)
    .bind(here)
    .bind(limits.created_after)
    .bind(limits.seen_after)
    .fetch_all(reader)
    .await
}

/// Ends the one of a name, and says whether there was one.
pub(in crate::staff) async fn end(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
    name: &str,
) -> sqlx::Result<bool> {
    let ended = sqlx::query("delete from staff_sessions where staff_id = $1 and lower(hex(token_hash)) = $2")
        .bind(staff_id)
        .bind(name)
        .execute(connection)
        .await?;
    Ok(ended.rows_affected() > 0)
}

/// Ends all but the one with the token of that hash.
pub(in crate::staff) async fn end_others(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
    here: &[u8],
) -> sqlx::Result<()> {
    sqlx::query("delete from staff_sessions where staff_id = $1 and token_hash <> $2")
        .bind(staff_id)
        .bind(here)
        .execute(connection)
        .await?;
    Ok(())
}
