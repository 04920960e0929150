//! Accounts as admins see them.

use crate::staff::StaffId;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::Role;
use super::super::administration::Person;
use super::super::email::Email;

/// Every account, by name.
pub(in crate::staff) async fn all(reader: &SqlitePool) -> sqlx::Result<Vec<Person>> {
    sqlx::query_as(
        "select id, email, name, role, state = 'active' as active, password_hash is not null as has_password,
        last_seen_at from staff order by name collate swedish, email",
    )
    .fetch_all(reader)
    .await
}

/// An account.
pub(in crate::staff) async fn find(
    connection: &mut SqliteConnection,
    id: StaffId,
) -> sqlx::Result<Option<Person>> {
    sqlx::query_as(
        "select id, email, name, role, state = 'active' as active, password_hash is not null as has_password,
        last_seen_at from staff where id = $1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await
}

/// The open account of an address.
pub(in crate::staff) async fn of_address(
    connection: &mut SqliteConnection,
    email: &Email,
) -> sqlx::Result<Option<Person>> {
    sqlx::query_as(
        "select id, email, name, role, state = 'active' as active, password_hash is not null as has_password,
        last_seen_at from staff where email = $1 and state = 'active'",
    )
    .bind(email.as_str())
    .fetch_optional(connection)
    .await
}

/// Whether an admin other than this one could log in.
pub(in crate::staff) async fn has_other_admin(
    connection: &mut SqliteConnection,
    id: StaffId,
) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select exists (select 1 from staff
        where id <> $1 and role = 'admin' and state = 'active' and password_hash is not null)",
    )
    .bind(id)
    .fetch_one(connection)
    .await
}

/// Gives an account a role.
pub(in crate::staff) async fn set_role(
    connection: &mut SqliteConnection,
    id: StaffId,
    role: Role,
) -> sqlx::Result<()> {
    sqlx::query("update staff set role = $2 where id = $1")
        .bind(id)
        .bind(role.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Opens or closes an account.
pub(in crate::staff) async fn set_active(
    connection: &mut SqliteConnection,
    id: StaffId,
    active: bool,
) -> sqlx::Result<()> {
    sqlx::query("update staff set state = $2 where id = $1")
        .bind(id)
        .bind(if active { "active" } else { "disabled" })
        .execute(connection)
        .await?;
    Ok(())
}
