//! The table `staff_networks`: networks that staff have logged in from.

use sqlx::sqlite::SqliteConnection;

use super::super::StaffId;
use crate::time::UnixMillis;

/// Whether the owner of an address has logged in from a network.
pub(in crate::staff) async fn is_known(
    connection: &mut SqliteConnection,
    email: &str,
    network: &str,
) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select 1 from staff_networks n join staff s on s.id = n.staff_id
        where s.email = $1 and n.network = $2)",
    )
    .bind(email)
    .bind(network)
    .fetch_one(connection)
    .await
}

/// Records that an account has logged in from a network.
pub(in crate::staff) async fn record(
    connection: &mut SqliteConnection,
    staff_id: StaffId,
    network: &str,
    now: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into staff_networks (staff_id, network, last_at) values ($1, $2, $3)
        on conflict (staff_id, network) do update set last_at = excluded.last_at",
    )
    .bind(staff_id)
    .bind(network)
    .bind(now)
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes those that were last used before an instant.
pub(in crate::staff) async fn delete_older(
    connection: &mut SqliteConnection,
    before: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("delete from staff_networks where last_at <= $1").bind(before).execute(connection).await?;
    Ok(())
}
