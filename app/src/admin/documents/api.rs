//! The server functions of the pages. Every change is answered by a redirect back.

use leptos::prelude::*;

use crate::error::AppError;
use crate::posts::PostId;

/// Changes title and language of a document.
#[server(prefix = "/api", endpoint = "document/change")]
pub async fn change_document(
    /// The document.
    #[server(default)]
    id: String,
    /// The new title.
    #[server(default)]
    title: String,
    /// The new language.
    #[server(default)]
    language: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::change(&state, &staff, &id, title, language).await
}

/// Gives readers a file that a document had before.
#[server(prefix = "/api", endpoint = "document/use_former_file")]
pub async fn use_former_file(
    /// The document.
    #[server(default)]
    id: String,
    /// The file.
    #[server(default)]
    file: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::use_former_file(&state, &staff, &id, &file).await
}

/// Moves a document that nothing uses to the bin.
#[server(prefix = "/api", endpoint = "document/delete")]
pub async fn delete_document(
    /// The document.
    #[server(default)]
    id: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::delete(&state, &staff, &id).await
}

/// Takes a document out of the bin.
#[server(prefix = "/api", endpoint = "document/restore")]
pub async fn restore_document(
    /// The document.
    #[server(default)]
    id: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::restore(&state, &staff, &id).await
}

/// Puts a document below a post, in the writer's own draft.
#[server(prefix = "/api", endpoint = "document/attach")]
pub async fn attach_document(
    /// The document.
    #[server(default)]
    id: String,
    /// The post.
    #[server(default)]
    text: PostId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::attach::attach(&state, &staff, &id, text).await
}
