//! What the rehearsal's page loads.

use super::query::RehearsalQuery;
use super::views::{self, Rehearsal};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::calendar::editing;
use crate::error::AppError;
use crate::state::AppState;
use crate::ui::render_to_string;

/// Renders the day of the edition in the query.
pub(in crate::admin) async fn page(state: &AppState, query: &str) -> Result<PrerenderedAdminPage, AppError> {
    let query = RehearsalQuery::parse(query);
    let edition = editing::find(state.db.reader(), query.edition).await?.ok_or(AppError::NotFound)?;
    let days = editing::days(state, &edition).await?;
    let script = Some(state.assets.staff_js.clone()).filter(|script| !script.is_empty());
    let html = render_to_string(views::page(&Rehearsal { query, edition: &edition, days: &days, script }));
    Ok(PrerenderedAdminPage { title: format!("Genrep – {}", edition.title), html })
}
