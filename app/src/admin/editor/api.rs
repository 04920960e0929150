//! What a writer's browser loads, and what it sends while somebody writes.

use crate::posts::{DraftVersion, PostId, Revision};
use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};
use crate::posts::PostForm;

/// Loads the editor of a post: an [`Editor`](super::Editor).
#[server(prefix = "/api", endpoint = "text/page", output = PageJson)]
pub async fn editor_page(
    #[server(default)] id: PostId,
    /// Id of a picture that was just uploaded, to be the lead picture.
    #[server(default)]
    picture: String,
) -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    PagePayload::pack(&super::handlers::load::load(&state, &staff, id, picture).await?)
}

/// Loads the newest revision beside the writer's own draft: a [`SidePage`](super::SidePage).
#[server(prefix = "/api", endpoint = "text/comparison", output = PageJson)]
pub async fn comparison_page(#[server(default)] id: PostId) -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    PagePayload::pack(&super::handlers::comparison::load(&state, &staff, id).await?)
}

/// Loads the revisions of a post, and what changed between two of them: a [`SidePage`](super::SidePage).
#[server(prefix = "/api", endpoint = "text/versions", output = PageJson)]
pub async fn versions_page(
    #[server(default)] id: PostId,
    #[server(default)] from: Revision,
    #[server(default)] to: Revision,
    /// Page of the list, from 1.
    #[server(default)]
    page: u32,
) -> Result<PagePayload, AppError> {
    let (state, _) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    PagePayload::pack(&super::handlers::revisions::load(&state, id, from, to, page).await?)
}

/// Saves what somebody is writing as a draft: a [`AutosaveResponse`](super::AutosaveResponse).
#[server(prefix = "/api", endpoint = "text/autosave", output = PageJson)]
pub async fn autosave(
    /// The post that is open.
    #[server(default)]
    id: PostId,
    /// The newest revision when the writing began.
    #[server(default)]
    base_revision: Revision,
    /// The draft that this window saved last.
    #[server(default)]
    draft_version: DraftVersion,
    /// The fields of the text, by name.
    #[server(flatten)]
    form: PostForm,
) -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    let sent = super::Sent { id, base_revision, draft_version, form };
    PagePayload::pack(&super::handlers::autosave::autosave(&state, &staff, sent).await?)
}
