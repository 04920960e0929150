//! Accounts.

use crate::staff::StaffId;
use crate::time::UnixMillis;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::Role;
use super::super::accounts::Account;
use super::super::email::Email;

/// What a log-in is checked against.
#[derive(sqlx::FromRow)]
pub(in crate::staff) struct Credentials {
    pub(in crate::staff) id: StaffId,
    pub(in crate::staff) password_hash: String,
}

/// The active account of that address, if its owner has chosen a password.
pub(in crate::staff) async fn credentials(
    reader: &SqlitePool,
    email: &Email,
) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as(
        "select id, password_hash from staff
        where email = $1 and state = 'active' and password_hash is not null",
    )
    .bind(email.as_str())
    .fetch_optional(reader)
    .await
}

/// Every account, by name.
pub(in crate::staff) async fn all(reader: &SqlitePool) -> sqlx::Result<Vec<Account>> {
    sqlx::query_as(
        "select email, name, role, state = 'active' as active, password_hash is not null as has_password
        from staff order by name collate swedish, email",
    )
    .fetch_all(reader)
    .await
}

/// Adds an account and returns its number; none when the address has one already.
pub(in crate::staff) async fn add(
    connection: &mut SqliteConnection,
    email: &Email,
    name: &str,
    role: Role,
    password_hash: Option<&str>,
    now: UnixMillis,
) -> sqlx::Result<Option<StaffId>> {
    sqlx::query_scalar(
        "insert into staff (email, name, role, password_hash, created_at) values ($1, $2, $3, $4, $5)
        on conflict (email) do nothing returning id",
    )
    .bind(email.as_str())
    .bind(name)
    .bind(role.as_str())
    .bind(password_hash)
    .bind(now)
    .fetch_optional(connection)
    .await
}

/// Disables an account and returns its number, if there is one.
pub(in crate::staff) async fn disable(
    connection: &mut SqliteConnection,
    email: &Email,
) -> sqlx::Result<Option<StaffId>> {
    sqlx::query_scalar("update staff set state = 'disabled' where email = $1 returning id")
        .bind(email.as_str())
        .fetch_optional(connection)
        .await
}

/// Takes an account's password away, opens it again if it was disabled, and returns its number, if there is one.
pub(in crate::staff) async fn reset(
    connection: &mut SqliteConnection,
    email: &Email,
) -> sqlx::Result<Option<StaffId>> {
    sqlx::query_scalar(
        "update staff set state = 'active', password_hash = null where email = $1 returning id",
    )
    .bind(email.as_str())
    .fetch_optional(connection)
    .await
}

/// Gives an active account a password and returns its address.
pub(in crate::staff) async fn set_password(
    connection: &mut SqliteConnection,
    id: StaffId,
    password_hash: &str,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar(
        "update staff set password_hash = $2 where id = $1 and state = 'active' returning email",
    )
    .bind(id)
    .bind(password_hash)
    .fetch_optional(connection)
    .await
}

/// Notes that somebody was here.
pub(in crate::staff) async fn seen(
    connection: &mut SqliteConnection,
    id: StaffId,
    now: UnixMillis,
) -> sqlx::Result<()> {
    sqlx::query("update staff set last_seen_at = $2 where id = $1")
        .bind(id)
        .bind(now)
        .execute(connection)
        .await?;
    Ok(())
}
