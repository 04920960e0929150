//! Single-use links for choosing a password.

use crate::staff::StaffId;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

/// Who a living link is for: name and address.
pub(in crate::staff) async fn find(
    reader: &SqlitePool,
    token_hash: &[u8],
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

/// Makes a link. It takes the place of the person's older one.
pub(in crate::staff) async fn add(
    connection: &mut SqliteConnection,
    token_hash: &[u8],
    staff_id: StaffId,
    expires_at: UnixMillis,
) -> sqlx::Result<()> {
    end_all(connection, staff_id).await?;
    sqlx::query("insert into password_links (token_hash, staff_id, expires_at) values ($1, $2, $3)")
        .bind(token_hash)
        .bind(staff_id)
        .bind(expires_at)
        .execute(connection)
        .await?;
    Ok(())
}

/// Uses a living link up and says whose it was.
pub(in crate::staff) async fn take(
    connection: &mut SqliteConnection,
    token_hash: &[u8],
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

/// Ends every link of somebody.
pub(in crate::staff) async fn end_all(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
) -> sqlx::Result<()> {
    sqlx::query("delete from password_links where staff_id = $1").bind(staff_id).execute(connection).await?;
    Ok(())
}

/// Removes links that have expired.
pub(in crate::staff) async fn tidy(connection: &mut SqliteConnection, now: UnixMillis) -> sqlx::Result<()> {
    sqlx::query("delete from password_links where expires_at <= $1").bind(now).execute(connection).await?;
    Ok(())
}
