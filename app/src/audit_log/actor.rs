//! Whose name an entry of the log carries.

use crate::ids::StaffId;

/// The staff member who acts. The name is stored with the entry, and stays when the account is renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor<'a> {
    /// The account that acts.
    pub id: StaffId,
    /// The account's name at this moment.
    pub name: &'a str,
}
