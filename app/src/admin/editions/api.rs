//! The server functions of the editions' pages. Each redirects to the page that shows its result.

use leptos::prelude::*;

use crate::calendar::{EditionForm, EditionId, EditionVersion};
use crate::error::AppError;

/// Creates an edition as a draft.
#[server(prefix = "/api", endpoint = "calendar/create_edition")]
pub async fn create_edition(
    /// The form's fields.
    #[server(default)]
    edition: EditionForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::create(&state, &staff, edition).await
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
    /// Not empty when the button below the list of moved texts was pressed.
    #[server(default)]
    confirmed: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    let sure = if confirmed.is_empty() { edition.sure } else { confirmed };
    let edition = EditionForm { sure, ..edition };
    super::handlers::save(&state, &staff, (id, version), edition, !shuffle.is_empty()).await
}
