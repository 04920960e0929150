//! The table `staff`.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::super::accounts::{AccountState, StaffAccount};
use super::super::email::Email;
use super::super::{Role, StaffId};
use crate::time::UnixMillis;

/// What a log-in is checked against.
#[derive(sqlx::FromRow)]
pub(in crate::staff) struct Credentials {
    pub(in crate::staff) id: StaffId,
    pub(in crate::staff) password_hash: String,
}

/// Finds the active account of an address, if its owner has chosen a password.
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

/// Lists every account, by name.
pub(in crate::staff) async fn all(reader: &SqlitePool) -> sqlx::Result<Vec<StaffAccount>> {
    sqlx::query_as(
        "select s.id, s.email, s.name, s.role, s.state, s.password_hash is not null as has_password, s.last_seen_at,
            l.expires_at as link_expires_at
        from staff s left join password_links l on l.staff_id = s.id and l.is_requested = 0 order by s.name collate swedish, s.email",
    )
    .fetch_all(reader)
    .await
}

/// Finds an account.
pub(in crate::staff) async fn find(
    connection: &mut SqliteConnection,
    id: StaffId,
) -> sqlx::Result<Option<StaffAccount>> {
    sqlx::query_as(
        "select s.id, s.email, s.name, s.role, s.state, s.password_hash is not null as has_password, s.last_seen_at,
            l.expires_at as link_expires_at
        from staff s left join password_links l on l.staff_id = s.id and l.is_requested = 0 where s.id = $1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await
}

/// Finds the active account of an address.
pub(in crate::staff) async fn find_active(
    connection: &mut SqliteConnection,
    email: &Email,
) -> sqlx::Result<Option<StaffAccount>> {
    sqlx::query_as(
        "select s.id, s.email, s.name, s.role, s.state, s.password_hash is not null as has_password, s.last_seen_at,
            l.expires_at as link_expires_at
        from staff s left join password_links l on l.staff_id = s.id and l.is_requested = 0 where s.email = $1 and s.state = 'active'",
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

/// Adds an account and returns its id; `None` when the address has an account.
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
    .bind(role)
    .bind(password_hash)
    .bind(now)
    .fetch_optional(connection)
    .await
}

/// Disables the account of an address and returns its id; `None` when there is none.
pub(in crate::staff) async fn disable(
    connection: &mut SqliteConnection,
    email: &Email,
) -> sqlx::Result<Option<StaffId>> {
    sqlx::query_scalar("update staff set state = 'disabled' where email = $1 returning id")
        .bind(email.as_str())
        .fetch_optional(connection)
        .await
}

/// Deletes the password of an address' account, activates it, and returns its id; `None` when there is none.
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

/// Sets an account's address and returns `true`, unless another account has it.
pub(in crate::staff) async fn set_email(
    connection: &mut SqliteConnection,
    id: StaffId,
    email: &str,
) -> sqlx::Result<bool> {
    let changed = sqlx::query("update or ignore staff set email = $2 where id = $1")
        .bind(id)
        .bind(email)
        .execute(connection)
        .await?;
    Ok(changed.rows_affected() > 0)
}

/// Sets an account's role.
pub(in crate::staff) async fn set_role(
    connection: &mut SqliteConnection,
    id: StaffId,
    role: Role,
) -> sqlx::Result<()> {
    sqlx::query("update staff set role = $2 where id = $1").bind(id).bind(role).execute(connection).await?;
    Ok(())
}

/// Sets an account's state.
pub(in crate::staff) async fn set_state(
    connection: &mut SqliteConnection,
    id: StaffId,
    state: AccountState,
) -> sqlx::Result<()> {
    sqlx::query("update staff set state = $2 where id = $1").bind(id).bind(state).execute(connection).await?;
    Ok(())
}

/// Sets an active account's password and returns its address; `None` when the account is not active.
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

/// Records that an account's owner is using the site.
pub(in crate::staff) async fn set_last_seen(
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
