//! Failed log-ins. An account from anywhere has no network, a network with any account no
//! e-mail. Links by post are counted here, too, under a name of their own in the network's place.

use crate::time::UnixMillis;
use sqlx::sqlite::SqliteConnection;

use super::super::throttle::Failures;

/// The failures of an account and a network, each or both together.
pub(in crate::staff) async fn of(
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

/// Takes one back.
pub(in crate::staff) async fn take_back(
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

/// Forgives an account those from a network.
pub(in crate::staff) async fn clear(
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

/// Forgives an account all of them.
pub(in crate::staff) async fn clear_all(connection: &mut SqliteConnection, email: &str) -> sqlx::Result<()> {
    sqlx::query("delete from log_in_failures where email = $1").bind(email).execute(connection).await?;
    Ok(())
}

/// Removes those that were last added to before an instant.
pub(in crate::staff) async fn forget(
    connection: &mut SqliteConnection,
    before: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("delete from log_in_failures where last_at <= $1").bind(before).execute(connection).await?;
    Ok(())
}
