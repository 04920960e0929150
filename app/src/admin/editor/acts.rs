//! What is done with a post by pressing a button. Everything leads back to a page that tells what was done.

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::Sent;
use crate::error::AppError;
use crate::ids::EditionId;
use crate::page_payload::{PageJson, PagePayload};
use crate::posts::{DoorForm, DraftVersion, PostForm, PostId, Revision};
use crate::staff::StaffId;

/// Begins a post, on a door if one is named, and leads to its editor.
#[server(prefix = "/api", endpoint = "text/begin")]
pub async fn begin(
    /// The [`PostKind`](crate::posts::PostKind) as in the database.
    #[server(default)]
    kind: String,
    /// How a guldkorn is to be told.
    #[server(default)]
    form: String,
    /// Id of the edition that it is for; 0 for none.
    #[server(default)]
    edition: EditionId,
    /// The door that it is for.
    #[server(default)]
    day: u16,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::begin::begin(&state, &staff, &kind, &form, (edition, day)).await
}

/// Does what a button of the editor's form says with everything that the form holds.
#[server(prefix = "/api", endpoint = "text/submit")]
pub async fn submit(
    /// The post that is open in the editor.
    #[server(default)]
    id: PostId,
    /// The newest revision when the writing began.
    #[server(default)]
    base_revision: Revision,
    /// The draft that this window saved last.
    #[server(default)]
    draft_version: DraftVersion,
    /// The pressed button's value: an [`EditorAction`](super::action::EditorAction). Without one the form is saved.
    #[server(default)]
    action: String,
    /// Where the post is to hang.
    #[server(flatten)]
    door: DoorForm,
    /// Everything else that stands in the form.
    #[server(flatten)]
    form: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Writer,
        id,
        &(base_revision, draft_version, &form),
    )
    .await?;
    let action = super::action::EditorAction::parse(&action);
    let sent = Sent { id, base_revision, draft_version, form };
    super::handlers::submit::submit(&state, &staff, action, sent, &door).await
}

/// Does what a button of the editor's form says for our client, which stays on the page: an
/// [`ActResponse`](super::ActResponse).
#[server(prefix = "/api", endpoint = "text/act", output = PageJson)]
pub async fn act(
    /// The post that is open in the editor.
    #[server(default)]
    id: PostId,
    /// The newest revision when the writing began.
    #[server(default)]
    base_revision: Revision,
    /// The draft that this window saved last.
    #[server(default)]
    draft_version: DraftVersion,
    /// The pressed button's value.
    #[server(default)]
    action: String,
    /// Where the post is to hang.
    #[server(flatten)]
    door: DoorForm,
    /// Everything else that stands in the form.
    #[server(flatten)]
    form: PostForm,
) -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    let action = super::action::EditorAction::parse(&action);
    let sent = Sent { id, base_revision, draft_version, form };
    PagePayload::pack(&super::handlers::submit::act(&state, &staff, action, sent, &door).await?)
}

/// Deletes the writer's own draft: the newest revision counts.
#[server(prefix = "/api", endpoint = "text/discard_draft")]
pub async fn discard_draft(#[server(default)] id: PostId) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::drafts::discard(&state, &staff, id).await
}

/// Saves the writer's own draft as the newest revision, over one that the writer has seen.
#[server(prefix = "/api", endpoint = "text/save_draft")]
pub async fn save_draft(
    #[server(default)] id: PostId,
    #[server(default)] base_revision: Revision,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::drafts::save(&state, &staff, id, base_revision).await
}

/// Continues what somebody else has written and not saved.
#[server(prefix = "/api", endpoint = "text/take_over")]
pub async fn take_over(
    #[server(default)] id: PostId,
    #[server(default)] from: StaffId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::drafts::take_over(&state, &staff, id, from).await
}

/// Saves the content of an older revision as the newest one.
#[server(prefix = "/api", endpoint = "text/restore_revision")]
pub async fn restore_revision(
    #[server(default)] id: PostId,
    #[server(default)] number: Revision,
    #[server(default)] base_revision: Revision,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::revisions::restore(&state, &staff, id, number, base_revision).await
}

/// Undoes a change of doors: hangs a post where it hung, or takes it down.
#[server(prefix = "/api", endpoint = "text/hang_back")]
pub async fn hang_back(
    #[server(default)] id: PostId,
    /// Id of the edition; 0 to take the post down.
    #[server(default)]
    edition: EditionId,
    #[server(default)] day: u16,
    /// Not empty: it was scheduled or published there.
    #[server(default)]
    was_decided: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::doors::hang_back(&state, &staff, id, (edition, day), !was_decided.is_empty()).await
}
