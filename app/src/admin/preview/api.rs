//! What a browser may ask of the preview's room. Making and ending a link is answered by a redirect back to it.

use crate::posts::PostId;
use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// The room: a [`PreviewRoom`](super::PreviewRoom).
#[server(prefix = "/api", endpoint = "staff/preview", output = PageJson)]
pub async fn preview(
    /// The room's path and query.
    #[server(default)]
    address: String,
) -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    PagePayload::pack(&super::handlers::room(&state, &staff, &address).await?)
}

/// Makes a link to a text for somebody outside.
#[server(prefix = "/api", endpoint = "staff/share")]
pub async fn share(
    /// The text's number.
    #[server(default)]
    post: PostId,
) -> Result<(), AppError> {
    let (state, _) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::review_links::ask_for_link(&state, post).await
}

/// Ends such a link.
#[server(prefix = "/api", endpoint = "staff/unshare")]
pub async fn unshare(
    /// The text's number.
    #[server(default)]
    post: PostId,
    /// The link's number.
    #[server(default)]
    share: i64,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::review_links::end_link(&state, &staff, post, share).await
}
