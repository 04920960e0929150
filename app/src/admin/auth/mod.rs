//! Before the door: log-in, the page behind a single-use link for choosing a password, and the one on which those
//! who have forgotten it ask for a link.

mod error_summary;
mod forgotten;
mod log_in;
mod password;
mod password_field;
mod refused;
mod way_back;

pub(super) use error_summary::{ErrorSummary, Problem};
pub(super) use forgotten::ForgottenPage;
pub(super) use log_in::LogInPage;
pub(super) use password::PasswordPage;
pub(super) use password_field::PasswordField;
