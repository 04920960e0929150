//! Server functions of the preview's page. Creating and ending a review link redirects back to it.

use leptos::prelude::*;

use crate::error::AppError;
use crate::ids::ReviewLinkId;
use crate::page_payload::{PageJson, PagePayload};
use crate::posts::PostId;

/// Returns the page: a [`PreviewRoom`](super::PreviewRoom).
#[server(prefix = "/api", endpoint = "staff/preview", output = PageJson)]
pub async fn preview(
    /// Path and query of the page.
    #[server(default)]
    address: String,
) -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Reviewer).await?;
    PagePayload::pack(&super::handlers::page(&state, &staff, &address).await?)
}

/// Creates a review link to a post.
#[server(prefix = "/api", endpoint = "staff/share")]
pub async fn create_review_link(
    #[server(default)] post: PostId,
    /// Not empty when whoever has it may comment.
    #[server(default)]
    comments: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::review_links::create(&state, &staff, post, !comments.is_empty()).await
}

/// Ends a review link.
#[server(prefix = "/api", endpoint = "staff/unshare")]
pub async fn end_review_link(
    #[server(default)] post: PostId,
    #[server(default)] link: ReviewLinkId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::review_links::end(&state, &staff, post, link).await
}
