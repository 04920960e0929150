//! The pages that need no session: log-in, choosing a password by a single-use link, and asking for such a link when the
//! password is forgotten.

mod error_summary;
mod first_account;
mod follow_outcome;
mod forgotten_password;
mod header;
mod log_in;
mod password;
mod password_field;

pub(super) use error_summary::{ErrorSummary, Problem};
pub(super) use first_account::FirstAccountPage;
pub(super) use forgotten_password::ForgottenPasswordPage;
pub(super) use log_in::LogInPage;
pub(super) use password::PasswordPage;
pub(super) use password_field::PasswordField;
