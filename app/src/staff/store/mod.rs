//! The SQL of staff, one table a file.

pub(super) mod accounts;
pub(super) mod failures;
pub(super) mod first_link;
pub(super) mod flashes;
pub(super) mod links;
pub(super) mod networks;
pub(super) mod own_account;
pub(super) mod sessions;
pub(super) mod site;
