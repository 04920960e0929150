//! What is done with a text by pressing a button. Every button sends the whole form, so whatever stands in it is kept
//! first; then the browser is sent back to the desk, which says what was done.

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::Sent;
use crate::calendar::EditionId;
use crate::error::AppError;
use crate::posts::{DoorForm, DraftVersion, PostForm, PostId, Revision};
use crate::staff::StaffId;

/// Begins a text, on a door if one is named, and leads to its desk.
#[server(prefix = "/api", endpoint = "text/begin")]
pub async fn begin(
    /// What it is to be.
    #[server(default)]
    kind: String,
    /// How a guldkorn is to be told.
    #[server(default)]
    form: String,
    /// The number of the edition that it is for; 0 for none.
    #[server(default)]
    edition: EditionId,
    /// The door that it is for.
    #[server(default)]
    day: u16,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::acts::begin(&state, &staff, &kind, form, (edition, day)).await
}

/// Saves a version.
#[server(prefix = "/api", endpoint = "text/save")]
pub async fn save(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] door: DoorForm,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Writer,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::acts::save(&state, &staff, Sent { id, base, known, typed }, &door).await
}

/// Saves a version and says that it is ready to be published.
#[server(prefix = "/api", endpoint = "text/say_ready")]
pub async fn say_ready(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] door: DoorForm,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Writer,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::acts::say_ready(&state, &staff, Sent { id, base, known, typed }, &door).await
}

/// Saves a version and gives it to readers.
#[server(prefix = "/api", endpoint = "text/publish")]
pub async fn publish(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] door: DoorForm,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Editor,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::acts::publish(&state, &staff, Sent { id, base, known, typed }, &door).await
}

/// Keeps what stands in the form and shows the page as it will be.
#[server(prefix = "/api", endpoint = "text/look")]
pub async fn look(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] door: DoorForm,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Writer,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::acts::look(&state, &staff, Sent { id, base, known, typed }, &door).await
}

/// Keeps what stands in the form and holds it against the newest version.
#[server(prefix = "/api", endpoint = "text/compare")]
pub async fn compare(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Writer,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::acts::compare(&state, &staff, Sent { id, base, known, typed }).await
}

/// Makes a text a draft again.
#[server(prefix = "/api", endpoint = "text/make_draft")]
pub async fn make_draft(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Writer,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::acts::make_draft(&state, &staff, Sent { id, base, known, typed }).await
}

/// Takes a text away from its readers.
#[server(prefix = "/api", endpoint = "text/withdraw")]
pub async fn withdraw(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Editor,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::acts::withdraw(&state, &staff, Sent { id, base, known, typed }).await
}

/// Throws a text into the trash.
#[server(prefix = "/api", endpoint = "text/throw_away")]
pub async fn move_to_trash(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Writer,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::acts::move_to_trash(&state, &staff, Sent { id, base, known, typed }).await
}

/// Hangs a text on a door, or takes it down.
#[server(prefix = "/api", endpoint = "text/hang")]
pub async fn hang(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
    #[server(default)] known: DraftVersion,
    #[server(flatten)] door: DoorForm,
    #[server(flatten)] typed: PostForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require_or_save_submission(
        crate::staff::Role::Writer,
        id,
        &(base, known, &typed),
    )
    .await?;
    super::handlers::doors::hang(&state, &staff, Sent { id, base, known, typed }, &door).await
}

/// Takes a text out of the trash.
#[server(prefix = "/api", endpoint = "text/take_from_trash")]
pub async fn take_from_trash(#[server(default)] id: PostId) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::acts::take_from_trash(&state, &staff, id).await
}

/// Throws the asker's own draft away: the newest version counts.
#[server(prefix = "/api", endpoint = "text/drop_draft")]
pub async fn drop_draft(#[server(default)] id: PostId) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::drafts::drop_draft(&state, &staff, id).await
}

/// Makes the asker's own draft the newest version, over one that the asker has seen.
#[server(prefix = "/api", endpoint = "text/keep_mine")]
pub async fn keep_mine(
    #[server(default)] id: PostId,
    #[server(default)] base: Revision,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::drafts::keep_mine(&state, &staff, id, base).await
}

/// Goes on with what somebody else has written and not saved.
#[server(prefix = "/api", endpoint = "text/take_over")]
pub async fn take_over(
    #[server(default)] id: PostId,
    #[server(default)] from: StaffId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::drafts::take_over(&state, &staff, id, from).await
}

/// Brings an older version back as the newest.
#[server(prefix = "/api", endpoint = "text/bring_back")]
pub async fn bring_back(
    #[server(default)] id: PostId,
    #[server(default)] number: Revision,
    #[server(default)] base: Revision,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::acts::bring_back(&state, &staff, id, number, base).await
}

/// Undoes a change of doors: hangs a text where it hung, or takes it down.
#[server(prefix = "/api", endpoint = "text/hang_again")]
pub async fn hang_again(
    #[server(default)] id: PostId,
    #[server(default)] edition: EditionId,
    #[server(default)] day: u16,
    /// Anything: it was scheduled or published there.
    #[server(default)]
    was_decided: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::doors::hang_again(&state, &staff, id, (edition, day), !was_decided.is_empty()).await
}
