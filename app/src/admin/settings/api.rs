//! The server function of the settings. It is answered by a redirect back to the section.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::error::AppError;
use crate::ids::SectionVersion;

/// Says that the accessibility statement is still true.
#[server(prefix = "/api", endpoint = "site/confirm_statement")]
pub async fn confirm_statement() -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::confirm_statement(&state, &staff).await
}

/// Saves a section over the version that the form was made of.
#[server(prefix = "/api", endpoint = "site/save_settings")]
pub async fn save_settings(
    /// The section's slug.
    #[server(default)]
    section: String,
    /// The version.
    #[server(default)]
    version: SectionVersion,
    /// The button of a row, such as `up-head-2`, which is applied first.
    #[server(default)]
    act: String,
    /// The values of fields, by name.
    #[server(default)]
    fields: BTreeMap<String, String>,
    /// The rows of lists, by the list's name.
    #[server(default)]
    lists: BTreeMap<String, Vec<BTreeMap<String, String>>>,
    /// From where the page was opened, which is where saving leads.
    #[server(default)]
    fran: String,
) -> Result<(), AppError> {
    use crate::admin::first_hour::OpenedFrom;
    use crate::site::sections::SectionForm;
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    let (form, opened_from) = (SectionForm { fields, lists }, OpenedFrom::of_field(&fran));
    super::handlers::save(&state, &staff, &section, version, &act, form, opened_from).await
}
