//! The start page.

use leptos::prelude::*;

use super::api::StartPageData;
use super::handlers;
use crate::calendar::{DoorArea, EditionView, Scene, SeasonHead};
use crate::error::AppError;
use crate::state::AppState;
use crate::ui::Document;

/// Renders `/`: the vision, the calendar, the newest posts.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub(crate) async fn start_page(state: &AppState) -> Result<Document, AppError> {
    let StartPageData { description, vision_html, edition, posts_html } = handlers::start_page(state).await?;
    let band = match edition {
        Some(edition) => in_season(vision_html, edition).into_any(),
        None => view! { <div inner_html=vision_html></div> }.into_any(),
    };
    let view = view! {
        <section class="band night">{band}</section>
        <div inner_html=posts_html></div>
    };
    Ok(Document::new("", description, view))
}

/// Shows the present day over the edition of the season, and the vision beside it.
fn in_season(vision_html: String, edition: EditionView) -> impl IntoView {
    let (slug, moment) = (edition.slug.clone(), edition.moment.clone());
    view! {
        <DoorArea slug>
            <div class="wrap band-head season">
                <SeasonHead moment heading_html=vision_html/>
            </div>
            <Scene edition/>
        </DoorArea>
    }
}
