//! The server functions of the editions' pages. Each redirects to the page that shows its result.

use leptos::prelude::*;

use crate::calendar::{EditionForm, EditionId, EditionVersion};
use crate::error::AppError;

/// Creates an edition as a draft, with copies of texts of an earlier one where somebody wants them.
#[server(prefix = "/api", endpoint = "calendar/create_edition")]
pub async fn create_edition(
    /// The form's fields.
    #[server(default)]
    edition: EditionForm,
    /// The earlier edition that it is made from; absent: none.
    #[server(default)]
    from: EditionId,
    /// Which of that edition's texts come along: `all`, `chosen`, or none.
    #[server(default)]
    texts: String,
    /// The days of the chosen texts.
    #[server(default)]
    text_days: Vec<u16>,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::create(&state, &staff, edition, (from, texts, text_days)).await
}

/// Deletes a draft on whose doors nothing hangs.
#[server(prefix = "/api", endpoint = "calendar/delete_edition")]
pub async fn delete_edition(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    id: EditionId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::delete(&state, &staff, id).await
}

/// Saves the names of an edition's days, and begins a guldkorn on one of them.
#[server(prefix = "/api", endpoint = "calendar/write_on_day")]
pub async fn write_on_day(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    id: EditionId,
    /// The fields of the edition's form.
    #[server(default)]
    edition: EditionForm,
    /// The day to write for.
    #[server(default)]
    day: u16,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::write_on_day(&state, &staff, id, edition, day).await
}

/// Saves an edition over the version of which the form was made.
#[server(prefix = "/api", endpoint = "calendar/save_edition")]
pub async fn save_edition(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    id: EditionId,
    /// The version of which the form was made.
    #[server(default)]
    version: EditionVersion,
    /// The form's fields.
    #[server(default)]
    edition: EditionForm,
    /// Not empty when the button that shuffles the windows was pressed.
    #[server(default)]
    shuffle: String,
    /// Not empty when the button of the page that shows what moves was pressed.
    #[server(default)]
    confirmed: String,
    /// Not empty when somebody goes back from that page to the form.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    if !back.is_empty() {
        return super::handlers::back_to_form(&state, id, edition).await;
    }
    let sure = if confirmed.is_empty() { edition.sure } else { confirmed };
    let edition = EditionForm { sure, ..edition };
    super::handlers::save(&state, &staff, (id, version), edition, !shuffle.is_empty()).await
}

/// Undoes the last change of an edition's settings.
#[server(prefix = "/api", endpoint = "calendar/undo_edition")]
pub async fn undo_edition(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    id: EditionId,
    /// The version that the change made.
    #[server(default)]
    version: EditionVersion,
    /// Not empty when somebody has confirmed that readers notice.
    #[server(default)]
    sure: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::undo(&state, &staff, (id, version), !sure.is_empty()).await
}

/// Publishes an edition, or makes it a draft again.
#[server(prefix = "/api", endpoint = "calendar/set_state")]
pub async fn set_edition_state(
    /// The edition; absent: none, which is not found.
    #[server(default)]
    id: EditionId,
    /// `published`, or a draft.
    #[server(default)]
    to: String,
    /// Not empty when somebody has confirmed that readers notice.
    #[server(default)]
    sure: String,
    /// Not empty when the button stands on the board, which then shows the result.
    #[server(default)]
    on_board: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::set_state(&state, &staff, (id, &to), !sure.is_empty(), !on_board.is_empty()).await
}
