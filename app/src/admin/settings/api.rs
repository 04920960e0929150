//! What an admin's browser may ask of the settings. Whatever is changed is answered by a redirect.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::error::AppError;

/// Saves a section over the version that the form was made of.
#[server(prefix = "/api", endpoint = "site/save_settings")]
pub async fn save_settings(
    /// Which section.
    #[server(default)]
    section: String,
    /// The version.
    #[server(default)]
    version: i64,
    /// The button of a row: what is to be done with it first.
    #[server(default)]
    act: String,
    /// What stands in the fields, by name.
    #[server(default)]
    fields: BTreeMap<String, String>,
    /// What stands in the rows of lists, by the list's name.
    #[server(default)]
    lists: BTreeMap<String, Vec<BTreeMap<String, String>>>,
) -> Result<(), AppError> {
    use crate::site::sections::Filled;
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Admin).await?;
    super::handlers::save(&state, &staff, &section, version, &act, Filled { fields, lists }).await
}
