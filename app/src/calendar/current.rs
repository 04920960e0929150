//! `/kalender`: where the current edition is.

use leptos::prelude::*;

use super::season::season;
use super::store;
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::ui::Document;

/// The last part of the current edition's address, if there is an edition at all.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn current_edition(state: &AppState) -> Result<Option<String>, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    Ok(season(&editions, state.clock.now()).current.map(|edition| edition.slug.clone()))
}

/// What stands there before the first edition.
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
