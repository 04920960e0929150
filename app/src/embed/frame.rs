//! `/kalender/{edition}/ram`: today's door and the scene, for a frame on another site.

use leptos::prelude::*;

use super::document::{EmbeddedDocument, EmbeddedPage};
use super::frame_view::frame_view;
use super::script::Script;
use crate::calendar::{latest_door, published_edition, view_of_edition};
use crate::error::AppError;
use crate::layout::load_layout;
use crate::state::AppState;
use crate::ui::{render_to_string, whole_title};

/// Renders the frame of a published edition.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such edition, [`AppError::Internal`] when the database cannot be read.
pub async fn frame_page(state: &AppState, slug: &str) -> Result<EmbeddedPage, AppError> {
    let edition = published_edition(state, slug).await?;
    let layout = load_layout(state).await?;
    let today = latest_door(state, &edition).await?.filter(|door| door.is_today);
    let view = view_of_edition(state, &edition).await?;
    let title = whole_title(&edition.title, &layout.settings.name);
    let framers = layout.framers.sources();
    let head = view! {
        // Links open in a tab of their own: the site's pages stay out of every frame.
        <base target="_blank"/>
        // Lets the page around it take the height of the content, where browsers can: Chromium 156 reads this content.
        <meta name="responsive-embedded-sizing" content="allow-origins=*"/>
    };
    Ok(EmbeddedDocument {
        layout: &layout,
        assets: &state.assets,
        title,
        class: "framed",
        zone: edition.schedule.zone_name(),
        head: head.into_any(),
        body: render_to_string(frame_view(&layout, view, today)),
        script: Script::new(include_str!("frame.js")),
        fetches: false,
        framers: &framers,
    }
    .page())
}
