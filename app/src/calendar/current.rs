//! `/kalender`: the address that redirects to the current edition.

use leptos::prelude::*;

use super::season::season;
use super::store;
use super::todays_door::todays_door;
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;
use crate::ui::{DarkHouse, Document, Light};

/// Returns the current edition's slug; `None` when no edition is published.
pub(crate) async fn current_edition_slug(state: &AppState) -> Result<Option<String>, AppError> {
    let editions = store::public_editions(state.db.reader()).await?;
    Ok(season(&editions, state.clock.now()).current.map(|edition| edition.slug.clone()))
}

/// Returns the day of the current edition's door that opened today and has a text: where [`paths::TODAY`] leads.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn door_to_open(state: &AppState) -> Result<Option<u16>, sqlx::Error> {
    let editions = store::public_editions(state.db.reader()).await?;
    let Some(edition) = season(&editions, state.clock.now()).current else { return Ok(None) };
    let today = todays_door(state, edition).await?;
    Ok(today.filter(|door| door.has_text).map(|door| door.day))
}

/// Returns the page for a site without a published edition.
pub(crate) fn no_edition_page() -> Document {
    let view = view! {
        <DarkHouse light=Light::Window band=true>
            <h1>"Kalendern"</h1>
            <p class="intro">"Här finns ingen kalender än. Den öppnar lucka för lucka när den är klar."</p>
            <p class="row"><a class="button" href=paths::BLOG>"Läs bloggen så länge"</a></p>
        </DarkHouse>
    };
    Document::new("Kalendern", "", view)
}
