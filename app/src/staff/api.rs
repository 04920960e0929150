//! The server functions of log-in and passwords.
//!
//! The response to a plain form is always a redirect; what went wrong waits for the next page in a flash. Our client gets
//! the outcome itself and still shows what was typed.

use leptos::prelude::*;

use super::{LogInError, Outcome, PasswordError};
use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Logs in.
#[server(prefix = "/api", endpoint = "staff/log_in")]
pub async fn log_in(
    /// The address, as typed.
    #[server(default)]
    email: String,
    /// The password.
    #[server(default)]
    password: String,
) -> Result<Outcome<LogInError>, AppError> {
    let state = super::guard::public()?;
    super::handlers::log_in(&state, email, &password).await
}

/// Ends the session.
#[server(prefix = "/api", endpoint = "staff/log_out")]
pub async fn log_out() -> Result<(), AppError> {
    let state = super::guard::public()?;
    super::handlers::log_out(&state).await
}

/// Chooses a password, using a single-use link up.
#[server(prefix = "/api", endpoint = "staff/choose_password")]
pub async fn choose_password(
    /// The secret part of the link.
    #[server(default)]
    token: String,
    /// The new password.
    #[server(default)]
    password: String,
) -> Result<Outcome<PasswordError>, AppError> {
    let state = super::guard::public()?;
    super::handlers::choose_password(&state, &token, &password).await
}

/// Returns the account that is logged in, a [`Staff`](super::Staff).
#[server(prefix = "/api", endpoint = "staff/me", output = PageJson)]
pub async fn me() -> Result<PagePayload, AppError> {
    let (_, staff) = super::guard::require(super::Role::Reviewer).await?;
    PagePayload::pack(&staff)
}

/// Returns the log-in page's [`LogInForm`](super::LogInForm), and redirects staff who are logged in to the dashboard.
#[server(prefix = "/api", endpoint = "staff/log_in_page", output = PageJson)]
pub async fn log_in_page() -> Result<PagePayload, AppError> {
    let state = super::guard::public()?;
    PagePayload::pack(&super::handlers::log_in_page(&state).await?)
}

/// Returns the [`PasswordForm`](super::PasswordForm) behind a single-use link, or none when the link opens nothing.
#[server(prefix = "/api", endpoint = "staff/password_page", output = PageJson)]
pub async fn password_page(
    /// The secret part of the link.
    token: String,
) -> Result<PagePayload, AppError> {
    let state = super::guard::public()?;
    PagePayload::pack(&super::handlers::password_page(&state, &token).await?)
}
