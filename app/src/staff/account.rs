//! Who somebody of the staff is.

use crate::staff::StaffId;
use serde::{Deserialize, Serialize};

use super::Role;

/// Somebody of the staff with an active account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Staff {
    /// The account's number.
    pub id: StaffId,
    /// The address to log in with, in lower case.
    pub email: String,
    /// What the others call this person.
    pub name: String,
    /// What this person may do.
    #[cfg_attr(feature = "ssr", sqlx(try_from = "String"))]
    pub role: Role,
}
