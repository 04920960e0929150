//! `/kalender`: the address that redirects to the current edition.

use leptos::prelude::*;

use super::season::season;
use super::store;
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::ui::Document;

/// Returns the current edition's slug; `None` when no edition is published.
pub(crate) async fn current_edition_slug(state: &AppState) -> Result<Option<String>, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    Ok(season(&editions, state.clock.now()).current.map(|edition| edition.slug.clone()))
}

/// Returns the page for a site without a published edition.
pub(crate) fn no_edition_page() -> Document {
    let view = view! {
        <div class="wrap page">
            <h1>"Kalendern"</h1>
            <p class="intro">"Här finns ingen kalender än."</p>
            <p><a href=paths::BLOG>"Läs bloggen så länge"</a></p>
        </div>
    };
    Document::new("Kalendern", "", view)
}
