//! The people who write the site: accounts, log-in, sessions, roles, and the guard.
//!
//! `api` is what a browser may call. Behind it, `log_in` and `password_link` say how it is done, `session`,
//! `throttle`, `password`, `token` and `flash` are the rules, `store` has the SQL. `guard` is the only way for
//! a server function, here and elsewhere, to reach the state. `accounts` serves the command line, `people` the
//! admins, `own` everybody's own account, `forgotten` those who cannot get in; `link_letter` is what they get by post.

pub mod api;

mod account;
mod change_refusal;
mod forms;
mod refusal;
mod role;

#[cfg(feature = "ssr")]
pub mod accounts;
#[cfg(feature = "ssr")]
pub(crate) mod administration;
#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
mod email;
#[cfg(feature = "ssr")]
mod expiry;
#[cfg(feature = "ssr")]
pub(crate) mod flash;
#[cfg(feature = "ssr")]
pub(crate) mod forgotten;
#[cfg(feature = "ssr")]
pub mod guard;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
pub(crate) mod link_letter;
#[cfg(feature = "ssr")]
mod log_in;
#[cfg(feature = "ssr")]
pub mod network;
#[cfg(feature = "ssr")]
pub(crate) mod own_account;
#[cfg(feature = "ssr")]
mod password;
#[cfg(feature = "ssr")]
mod password_link;
#[cfg(feature = "ssr")]
pub(crate) mod redirect;
#[cfg(feature = "ssr")]
pub(crate) mod request_context;
#[cfg(feature = "ssr")]
mod session;
#[cfg(feature = "ssr")]
mod store;
#[cfg(test)]
#[cfg(feature = "ssr")]
pub(crate) mod testing;
#[cfg(feature = "ssr")]
mod throttle;
#[cfg(feature = "ssr")]
pub(crate) mod token;

#[cfg(feature = "ssr")]
pub(crate) use email::Email;
#[cfg(feature = "ssr")]
pub(crate) use expiry::delete_expired;

pub use crate::row_id::StaffId;
pub use account::Staff;
pub use change_refusal::PasswordChangeError;
pub use forms::{LogInForm, PasswordForm};
pub use refusal::{LogInRefusal, Outcome, PasswordRefusal, Trouble};
pub use role::{Role, UnknownRole};
