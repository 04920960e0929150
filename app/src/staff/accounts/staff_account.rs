//! An account in a list of accounts.

use super::super::{Role, StaffId};
use crate::time::UnixMillis;

/// Whether somebody may log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum AccountState {
    /// The owner may log in.
    Active,
    /// Closed: no log-in and no link.
    Disabled,
}

/// An account as those see it who manage accounts.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StaffAccount {
    /// Id of the account.
    pub id: StaffId,
    /// The address to log in with, in lower case.
    pub email: String,
    /// The name that colleagues see.
    pub name: String,
    /// What the account may do.
    pub role: Role,
    /// Whether its owner may log in.
    pub state: AccountState,
    /// Whether its owner has chosen a password.
    pub has_password: bool,
    /// When its owner last used the site; `None` for never.
    pub last_seen_at: Option<UnixMillis>,
    /// When its link for choosing a password expires, or has expired; `None` without a link.
    pub link_expires_at: Option<UnixMillis>,
}

impl StaffAccount {
    /// Whether the owner may log in.
    pub fn is_active(&self) -> bool {
        self.state == AccountState::Active
    }

    /// Whether this could be the last account that can manage the site. A closed one cannot.
    pub(super) fn is_active_admin(&self) -> bool {
        self.is_active() && self.role == Role::Admin
    }
}
