//! `/kalender/{edition}/vagg`: the newest guldkorn for a screen on a wall.

use leptos::prelude::*;

use super::document::{EmbeddedDocument, EmbeddedPage};
use super::script::Script;
use super::wall_view::{Wall, wall_view};
use crate::calendar::{current_edition_slug, latest_door, published_edition, season_words};
use crate::error::AppError;
use crate::layout::load_layout;
use crate::site::own_host;
use crate::state::AppState;
use crate::ui::{render_to_string, whole_title};

/// Renders the wall of a published edition.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such edition, [`AppError::Internal`] when the database cannot be read.
pub async fn wall_page(state: &AppState, slug: &str) -> Result<EmbeddedPage, AppError> {
    let edition = published_edition(state, slug).await?;
    let layout = load_layout(state).await?;
    let wall = Wall {
        title: edition.title.clone(),
        words: season_words(&edition, state.clock.now()),
        door: latest_door(state, &edition).await?,
        host: own_host(state).await?,
        // The printed code leads to the door of today, in whichever edition is the current one.
        is_current: current_edition_slug(state).await?.as_deref() == Some(slug),
    };
    // Without the script the browser loads the page again, and shows its own words where that fails.
    let head = view! {
        <noscript><meta http-equiv="refresh" content="60"/></noscript>
    };
    Ok(EmbeddedDocument {
        layout: &layout,
        assets: &state.assets,
        title: whole_title(&edition.title, &layout.settings.name),
        class: "wall night",
        zone: edition.schedule.zone_name(),
        head: head.into_any(),
        body: render_to_string(wall_view(&layout, wall)),
        script: Script::new(include_str!("wall.js")),
        fetches: true,
        framers: "'none'",
    }
    .page())
}
