//! What an admin's browser may ask of the people's room. Whatever is changed is answered by a redirect back to it.

use crate::staff::StaffId;
use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// The room: a [`StaffAccountsRoom`](super::StaffAccountsRoom).
#[server(prefix = "/api", endpoint = "staff/people", output = PageJson)]
pub async fn people() -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    PagePayload::pack(&super::handlers::room(&state, &staff).await?)
}

/// Adds somebody, who chooses a password by a link.
#[server(prefix = "/api", endpoint = "staff/invite")]
pub async fn invite(
    /// The person's name.
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

/// Makes a new link for somebody. The password stays until the link is used.
#[server(prefix = "/api", endpoint = "staff/renew_link")]
pub async fn renew_link(
    /// The account's number.
    #[server(default)]
    id: StaffId,
) -> Result<(), AppError> {
    let (state, _) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::renew_link(&state, id).await
}

/// Gives somebody another role.
#[server(prefix = "/api", endpoint = "staff/change_role")]
pub async fn change_role(
    /// The account's number.
    #[server(default)]
    id: StaffId,
    /// The role's name.
    #[server(default)]
    role: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::change_role(&state, &staff, id, &role).await
}

/// Shuts somebody out.
#[server(prefix = "/api", endpoint = "staff/close_account")]
pub async fn close_account(
    /// The account's number.
    #[server(default)]
    id: StaffId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::close(&state, &staff, id).await
}

/// Lets somebody in again.
#[server(prefix = "/api", endpoint = "staff/open_account")]
pub async fn open_account(
    /// The account's number.
    #[server(default)]
    id: StaffId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::open(&state, &staff, id).await
}
