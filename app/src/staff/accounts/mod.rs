//! Staff accounts: as the command line manages them, and as admins do on their page.

mod addresses;
pub(crate) mod admin;
mod command_line;
mod new_account;
mod staff_account;

pub use addresses::normalize_addresses;
pub use command_line::{AccountError, add, disable, list, reset};
pub use new_account::NewAccount;
pub use staff_account::{AccountState, StaffAccount};
