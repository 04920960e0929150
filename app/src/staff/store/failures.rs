//! The table `log_in_failures`. Failures of an account from anywhere have no network, those of a network with any account
//! no e-mail. Links by e-mail are counted here, too, under a name of their own in the network's place.

use crate::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

use super::super::throttle::Failures;

/// Finds the failures of an account, of a network, or of both together.
pub(in crate::staff) async fn find(
    connection: &mut SqliteConnection,
    email: &str,
    network: &str,
) -> sqlx::Result<Option<Failures>> {
    sqlx::query_as("select failures, last_at from log_in_failures where email = $1 and network = $2")
        .bind(email)
        .bind(network)
        .fetch_optional(connection)
        .await
}

/// Counts one more.
pub(in crate::staff) async fn add(
    connection: &mut SqliteConnection,
    email: &str,
    network: &str,
    now: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into log_in_failures (email, network, failures, last_at) values ($1, $2, 1, $3)
        on conflict (email, network) do update set failures = failures + 1, last_at = excluded.last_at",
    )
    .bind(email)
    .bind(network)
    .bind(now)
    .execute(connection)
    .await?;
    Ok(())
}

/// Counts one less.
pub(in crate::staff) async fn subtract(
    connection: &mut SqliteConnection,
    email: &str,
    network: &str,
) -> sqlx::Result<()> {
    sqlx::query("delete from log_in_failures where email = $1 and network = $2 and failures = 1")
        .bind(email)
        .bind(network)
        .execute(&mut *connection)
        .await?;
    sqlx::query("update log_in_failures set failures = failures - 1 where email = $1 and network = $2")
        .bind(email)
        .bind(network)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes the failures of an account from a network.
pub(in crate::staff) async fn delete(
    connection: &mut SqliteConnection,
    email: &str,
    network: &str,
) -> sqlx::Result<()> {
    sqlx::query("delete from log_in_failures where email = $1 and network = $2")
        .bind(email)
        .bind(network)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes all failures of an account.
pub(in crate::staff) async fn delete_all(connection: &mut SqliteConnection, email: &str) -> sqlx::Result<()> {
    sqlx::query("delete from log_in_failures where email = $1").bind(email).execute(connection).await?;
    Ok(())
}

/// Deletes those that were last added to before an instant.
pub(in crate::staff) async fn delete_older(
    connection: &mut SqliteConnection,
    before: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("delete from log_in_failures where last_at <= $1").bind(before).execute(connection).await?;
    Ok(())
}
