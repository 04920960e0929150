//! Failed log-ins by address.

use sqlx::sqlite::SqliteConnection;

use super::super::email::Email;
use super::super::throttle::Failures;

/// The failures with an address.
pub(in crate::staff) async fn of(
    connection: &mut SqliteConnection,
    email: &Email,
) -> sqlx::Result<Option<Failures>> {
    sqlx::query_as("select failures, last_at from log_in_failures where email = $1")
        .bind(email.as_str())
        .fetch_optional(connection)
        .await
}

/// Counts one more.
pub(in crate::staff) async fn add(
    connection: &mut SqliteConnection,
    email: &Email,
    now: i64,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into log_in_failures (email, failures, last_at) values ($1, 1, $2)
        on conflict (email) do update set failures = failures + 1, last_at = excluded.last_at",
    )
    .bind(email.as_str())
    .bind(now)
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgives an address all of them.
pub(in crate::staff) async fn clear(connection: &mut SqliteConnection, email: &str) -> sqlx::Result<()> {
    sqlx::query("delete from log_in_failures where email = $1").bind(email).execute(connection).await?;
    Ok(())
}

/// Removes those that were last added to before an instant.
pub(in crate::staff) async fn forget(connection: &mut SqliteConnection, before: i64) -> sqlx::Result<()> {
    sqlx::query("delete from log_in_failures where last_at <= $1").bind(before).execute(connection).await?;
    Ok(())
}
