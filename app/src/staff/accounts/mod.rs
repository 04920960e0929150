//! Staff accounts: as the command line manages them, as admins do on their page, and the first one.

mod active;
mod addresses;
pub(crate) mod admin;
mod command_line;
mod first;
mod new_account;
mod staff_account;

pub(crate) use active::active;
pub use addresses::normalize_addresses;
pub use command_line::{AccountError, add, disable, list, reset};
pub use first::issue_first_link;
pub(crate) use first::{FirstAccount, create as create_first, is_first_link_open};
pub use new_account::NewAccount;
pub use staff_account::{AccountState, StaffAccount};
