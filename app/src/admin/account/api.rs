//! What anybody of the staff may ask about the own account. Whatever is changed is answered by a redirect back.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// The room: an [`AccountRoom`](super::AccountRoom).
#[server(prefix = "/api", endpoint = "staff/own_account", output = PageJson)]
pub async fn own_account() -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    PagePayload::pack(&super::handlers::room(&state, staff).await?)
}

/// Ends one of the own sessions.
#[server(prefix = "/api", endpoint = "staff/end_session")]
pub async fn end_session(
    /// The session's name in the list.
    #[server(default)]
    session: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    super::handlers::end(&state, staff, &session).await
}

/// Ends all of the own sessions but the one that asks.
#[server(prefix = "/api", endpoint = "staff/end_other_sessions")]
pub async fn end_other_sessions() -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    super::handlers::end_others(&state, staff).await
}

/// Changes the own password.
#[server(prefix = "/api", endpoint = "staff/change_own_password")]
pub async fn change_own_password(
    /// The password until now.
    #[server(default)]
    old: String,
    /// The new one.
    #[server(default)]
    password: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    super::handlers::change_password(&state, staff, &old, &password).await
}
