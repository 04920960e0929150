//! The server functions of the page. Every change is answered by a redirect back to it.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Returns the page's [`AccountData`](super::AccountData).
#[server(prefix = "/api", endpoint = "staff/own_account", output = PageJson)]
pub async fn own_account() -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    PagePayload::pack(&super::handlers::page(&state, staff).await?)
}

/// Ends one of the own sessions.
#[server(prefix = "/api", endpoint = "staff/end_session")]
pub async fn end_session(
    /// The session, as the list names it.
    #[server(default)]
    session: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    super::handlers::end_session(&state, staff, session).await
}

/// Ends all of the own sessions but the current one.
#[server(prefix = "/api", endpoint = "staff/end_other_sessions")]
pub async fn end_other_sessions() -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    super::handlers::end_other_sessions(&state, staff).await
}

/// Changes the own password.
#[server(prefix = "/api", endpoint = "staff/change_own_password")]
pub async fn change_own_password(
    /// The present password.
    #[server(default)]
    old: String,
    /// The new password.
    #[server(default)]
    password: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    super::handlers::change_password(&state, staff, &old, &password).await
}

/// Chooses how often and at which hour letters come.
#[server(prefix = "/api", endpoint = "staff/choose_letters")]
pub async fn choose_letters(
    /// How often, or never.
    #[server(default)]
    rhythm: String,
    /// The hour, from 0 to 23.
    #[server(default)]
    hour: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    super::handlers::choose_letters(&state, &staff, &rhythm, &hour).await
}
