//! Those who get letters about the site.

use sqlx::sqlite::SqlitePool;

use super::super::{Role, store};
use super::StaffAccount;

/// Lists the accounts of a role and upwards whose owners can log in.
pub(crate) async fn active(reader: &SqlitePool, least: Role) -> Result<Vec<StaffAccount>, sqlx::Error> {
    let accounts = store::accounts::all(reader).await?.into_iter();
    Ok(accounts
        .filter(|account| account.role >= least && account.is_active() && account.has_password)
        .collect())
}
