//! What a browser may ask of the log-in.
//!
//! A plain form is always answered by a redirect; what went wrong waits for the next page in a flash. Our
//! client gets the outcome itself and keeps what was typed.

use leptos::prelude::*;

use super::{LogInRefusal, Outcome, PasswordRefusal};
use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Logs somebody in.
#[server(prefix = "/api", endpoint = "staff/log_in")]
pub async fn log_in(
    /// The address, as typed.
    #[server(default)]
    email: String,
    /// The password.
    #[server(default)]
    password: String,
) -> Result<Outcome<LogInRefusal>, AppError> {
    let state = super::guard::public()?;
    super::handlers::log_in(&state, email, &password).await
}

/// Ends the session.
#[server(prefix = "/api", endpoint = "staff/log_out")]
pub async fn log_out() -> Result<(), AppError> {
    let state = super::guard::public()?;
    super::handlers::log_out(&state).await
}

/// Uses a single-use link up to choose a password.
#[server(prefix = "/api", endpoint = "staff/choose_password")]
pub async fn choose_password(
    /// The link's secret.
    #[server(default)]
    token: String,
    /// The new password.
    #[server(default)]
    password: String,
) -> Result<Outcome<PasswordRefusal>, AppError> {
    let state = super::guard::public()?;
    super::handlers::choose_password(&state, &token, &password).await
}

/// Who is logged in: a [`Staff`](super::Staff).
#[server(prefix = "/api", endpoint = "staff/me", output = PageJson)]
pub async fn me() -> Result<PagePayload, AppError> {
    let (_, staff) = super::guard::require(super::Role::Reviewer).await?;
    PagePayload::pack(&staff)
}

/// The log-in page's form: a [`LogInForm`](super::LogInForm). Who is logged in already is sent on to the desk.
#[server(prefix = "/api", endpoint = "staff/log_in_page", output = PageJson)]
pub async fn log_in_page() -> Result<PagePayload, AppError> {
    let state = super::guard::public()?;
    PagePayload::pack(&super::handlers::log_in_page(&state).await?)
}

/// The form behind a single-use link: a [`PasswordForm`](super::PasswordForm), or none when the link opens nothing.
#[server(prefix = "/api", endpoint = "staff/password_page", output = PageJson)]
pub async fn password_page(
    /// The link's secret.
    token: String,
) -> Result<PagePayload, AppError> {
    let state = super::guard::public()?;
    PagePayload::pack(&super::handlers::password_page(&state, &token).await?)
}
