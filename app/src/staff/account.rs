//! The account of a staff member.

use serde::{Deserialize, Serialize};

use super::{Role, StaffId};

/// A staff member with an active account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Staff {
    /// Id of the account.
    pub id: StaffId,
    /// The address to log in with, in lower case.
    pub email: String,
    /// The name that colleagues see.
    pub name: String,
    /// What the account may do.
    pub role: Role,
}

#[cfg(feature = "ssr")]
impl<'a> From<&'a Staff> for crate::audit_log::Actor<'a> {
    fn from(staff: &'a Staff) -> Self {
        Self { id: staff.id, name: &staff.name }
    }
}
