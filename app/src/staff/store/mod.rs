//! The staff's SQL, one table a file.

pub(super) mod accounts;
pub(super) mod administration;
pub(super) mod failures;
pub(super) mod flashes;
pub(super) mod links;
pub(super) mod networks;
pub(super) mod own_account;
pub(super) mod sessions;
