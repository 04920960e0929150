//! The server functions of the page. Every change is answered by a redirect back to it.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// Returns the page's [`StaffAccountsData`](super::StaffAccountsData).
#[server(prefix = "/api", endpoint = "staff/people", output = PageJson)]
pub async fn staff_accounts() -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    PagePayload::pack(&super::handlers::page(&state, &staff).await?)
}

/// Adds an account and sends its owner a link for choosing a password.
#[server(prefix = "/api", endpoint = "staff/invite")]
pub async fn invite(
    /// The owner's name.
    #[server(default)]
    name: String,
    /// The address to log in with.
    #[server(default)]
    email: String,
    /// The role's name.
    #[server(default)]
    role: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::invite(&state, &staff, super::handlers::InvitationForm { name, email, role }).await
}

/// Makes and sends a new link for choosing a password. The present password is valid until the link is used.
#[server(prefix = "/api", endpoint = "staff/renew_link")]
pub async fn renew_link(
    /// The account.
    #[server(default)]
    id: StaffId,
    /// When the link expires that the page has listed, 0 for none. It tells a form that is sent twice from a wish for
    /// another link.
    #[server(default)]
    replaces: Option<UnixMillis>,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::renew_link(&state, &staff, id, replaces).await
}

/// Gives an account another role.
#[server(prefix = "/api", endpoint = "staff/change_role")]
pub async fn change_role(
    /// The account.
    #[server(default)]
    id: StaffId,
    /// The role's name.
    #[server(default)]
    role: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::change_role(&state, &staff, id, &role).await
}

/// Closes an account.
#[server(prefix = "/api", endpoint = "staff/close_account")]
pub async fn close_account(
    /// The account.
    #[server(default)]
    id: StaffId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::close(&state, &staff, id).await
}

/// Opens a closed account again.
#[server(prefix = "/api", endpoint = "staff/open_account")]
pub async fn open_account(
    /// The account.
    #[server(default)]
    id: StaffId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::reopen(&state, &staff, id).await
}
