//! Staff accounts: log-in, sessions, roles, and the guard.
//!
//! `api` is what a browser may call, `handlers` what it does. `guard` is the only way for a server function, here and
//! elsewhere, to reach the state. Rules are in `log_in`, `session`, `throttle`, `password`, `token`; the SQL is in `store`.
//! `accounts` has what admins and the command line change, `own_account` what everybody changes of the own account,
//! `password_link` and `forgotten_password` the ways to a new password. `request_context`, `cookies`, `redirect` and
//! `network` are the HTTP side; `flash` and `submission` are what a form leaves for the browser's next request.

pub mod api;

mod account;
mod forms;
mod log_in_error;
mod outcome;
mod password_change_error;
mod password_error;
mod role;
mod service_error;

#[cfg(feature = "ssr")]
pub mod accounts;
#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
mod email;
#[cfg(feature = "ssr")]
mod expiry;
#[cfg(feature = "ssr")]
pub(crate) mod flash;
#[cfg(feature = "ssr")]
pub(crate) mod forgotten_password;
#[cfg(feature = "ssr")]
pub mod guard;
#[cfg(feature = "ssr")]
mod handlers;
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
pub(crate) mod password_link_letter;
#[cfg(feature = "ssr")]
pub(crate) mod redirect;
#[cfg(feature = "ssr")]
pub(crate) mod request_context;
#[cfg(feature = "ssr")]
mod retention;
#[cfg(feature = "ssr")]
mod session;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod stored_form;
#[cfg(feature = "ssr")]
pub(crate) mod submission;
#[cfg(test)]
#[cfg(feature = "ssr")]
pub(crate) mod testing;
#[cfg(feature = "ssr")]
mod throttle;
#[cfg(feature = "ssr")]
pub(crate) mod token;

#[cfg(feature = "ssr")]
pub(crate) use email::{Email, shortened};
#[cfg(feature = "ssr")]
pub(crate) use expiry::{delete_expired, end_all_access};

pub use crate::ids::StaffId;
pub use account::Staff;
pub use forms::{LogInForm, PasswordForm};
pub use log_in_error::LogInError;
pub use outcome::Outcome;
pub use password_change_error::PasswordChangeError;
pub use password_error::PasswordError;
#[cfg(feature = "ssr")]
pub(crate) use retention::declared;
pub use role::{Role, UnknownRole};
pub use service_error::ServiceError;
