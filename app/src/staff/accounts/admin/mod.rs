//! Accounts as admins manage them.
//!
//! Whatever an admin does here, one who can log in remains. A link for choosing a password leaves the old one valid until
//! it is used: nothing is lost when a link gets lost. Every change is in the audit log.

mod error;
mod invite;
mod link_issuer;
#[cfg(test)]
mod tests;

pub(crate) use error::StaffAccountError;
pub(crate) use invite::{Invitation, invite, renew_link};
pub(crate) use link_issuer::{IssuedLink, LinkIssuer, LinkRef};

use super::super::{Role, Staff, StaffId, store};
use super::staff_account::{AccountState, StaffAccount};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::db::{Db, WriteTransaction};
use crate::error::AppError;
use crate::time::UnixMillis;

/// Lists every account, by name.
pub(crate) async fn list(db: &Db) -> Result<Vec<StaffAccount>, AppError> {
    Ok(store::accounts::all(db.reader()).await?)
}

/// Gives an account another role. It counts from the owner's next request.
pub(crate) async fn change_role(
    db: &Db,
    by: &Staff,
    id: StaffId,
    role: &str,
    now: UnixMillis,
) -> Result<StaffAccount, StaffAccountError> {
    let role = role.parse().map_err(|_| StaffAccountError::Role)?;
    let mut tx = db.write_quietly().await?;
    let account = find(&mut tx, id).await?;
    if role != Role::Admin {
        require_other_admin(&mut tx, &account).await?;
    }
    store::accounts::set_role(&mut tx, id, role).await?;
    record(&mut tx, by, AuditAction::RoleChanged, &account, now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, role = role.as_str(), "role changed");
    Ok(StaffAccount { role, ..account })
}

/// Closes an account: no log-in, no link, and every session of it ends.
pub(crate) async fn close(
    db: &Db,
    by: &Staff,
    id: StaffId,
    now: UnixMillis,
) -> Result<StaffAccount, StaffAccountError> {
    let mut tx = db.write_quietly().await?;
    let account = find(&mut tx, id).await?;
    require_other_admin(&mut tx, &account).await?;
    store::accounts::set_state(&mut tx, id, AccountState::Disabled).await?;
    store::sessions::delete_all(&mut tx, id).await?;
    store::links::delete_all(&mut tx, id).await?;
    record(&mut tx, by, AuditAction::AccountClosed, &account, now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, "account closed");
    Ok(account)
}

/// Opens a closed account again, with the password it had.
pub(crate) async fn reopen(
    db: &Db,
    by: &Staff,
    id: StaffId,
    now: UnixMillis,
) -> Result<StaffAccount, StaffAccountError> {
    let mut tx = db.write_quietly().await?;
    let account = find(&mut tx, id).await?;
    store::accounts::set_state(&mut tx, id, AccountState::Active).await?;
    record(&mut tx, by, AuditAction::AccountOpened, &account, now).await?;
    tx.commit().await?;
    tracing::info!(staff = %id, "account opened");
    Ok(account)
}

async fn find(tx: &mut WriteTransaction, id: StaffId) -> Result<StaffAccount, StaffAccountError> {
    store::accounts::find(tx, id).await?.ok_or(StaffAccountError::Unknown)
}

/// Refuses to take the last admin away who could manage the site.
async fn require_other_admin(
    tx: &mut WriteTransaction,
    account: &StaffAccount,
) -> Result<(), StaffAccountError> {
    if account.is_active_admin() && !store::accounts::has_other_admin(tx, account.id).await? {
        return Err(StaffAccountError::LastAdmin);
    }
    Ok(())
}

async fn record(
    tx: &mut WriteTransaction,
    by: &Staff,
    action: AuditAction,
    account: &StaffAccount,
    now: UnixMillis,
) -> Result<(), sqlx::Error> {
    audit_log::record(tx, by, action, AuditTarget::Named(&account.name), now).await
}
