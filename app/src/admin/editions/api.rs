//! What an editor's browser may ask of the editions' rooms. Whatever is changed is answered by a redirect.

use crate::calendar::EditionId;
use leptos::prelude::*;

use crate::calendar::EditionForm;
use crate::error::AppError;

/// Begins an edition, which the public does not know of.
#[server(prefix = "/api", endpoint = "calendar/begin_edition")]
pub async fn begin_edition(
    /// The form.
    #[server(default)]
    edition: EditionForm,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::begin(&state, &staff, edition).await
}

/// Deletes an edition that is a draft and has nothing on its doors.
#[server(prefix = "/api", endpoint = "calendar/delete_edition")]
pub async fn delete_edition(
    /// The edition's number.
    #[server(default)]
    id: EditionId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::delete(&state, &staff, id).await
}

/// Saves an edition over the version that the form was made of.
#[server(prefix = "/api", endpoint = "calendar/save_edition")]
pub async fn save_edition(
    /// The edition's number.
    #[server(default)]
    id: EditionId,
    /// The version.
    #[server(default)]
    version: i64,
    /// The form.
    #[server(default)]
    edition: EditionForm,
    /// Anything: the windows get a new order.
    #[server(default)]
    shuffle: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::save(&state, &staff, (id, version), edition, !shuffle.is_empty()).await
}
