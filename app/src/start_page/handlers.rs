//! Gathers what the start page shows at one moment.

use super::api::StartPageData;
use super::views::{OffSeason, in_season, newest_posts, off_season};
use crate::calendar::{BestDoorsList, Edition, EditionLink, Season};
use crate::error::AppError;
use crate::layout::load_layout;
use crate::page_metadata::{PageKind, set_page_kind};
use crate::site::Settings;
use crate::state::AppState;
use crate::ui::render_to_string;
use crate::{blog, calendar};
use leptos::prelude::*;

/// How many posts are shown.
const NEWEST: u32 = 3;

/// Gathers the data of the start page.
pub(super) async fn start_page(state: &AppState) -> Result<StartPageData, AppError> {
    set_page_kind(PageKind::Site);
    let now = state.clock.now();
    let reader = state.db.reader();
    let settings = load_layout(state).await?.settings;
    let editions = calendar::store::public_editions(reader).await?;
    let season = calendar::season(&editions, now);
    let description = settings.description.clone();
    let (vision_html, edition, best) = match season.current.filter(|_| season.is_on) {
        Some(current) => (
            render_to_string(in_season(vision(settings), calendar::link_to(current))),
            Some(calendar::view_of_edition(state, current).await?),
            calendar::best_of(state, current).await?,
        ),
        None => {
            let band = off_season_band(state, settings, &editions, &season).await?;
            (render_to_string(off_season(band)), None, Vec::new())
        }
    };
    let posts = blog::store::posts_between(reader, &blog::store::ALWAYS, now.into(), NEWEST, 0).await?;
    Ok(StartPageData {
        description,
        vision_html,
        edition,
        posts_html: render_to_string(view! { <BestDoorsList best/> {newest_posts(posts)} }),
    })
}

/// Returns the vision. A new site has none yet, and perhaps no name.
fn vision(settings: Settings) -> String {
    let lines = [settings.vision, settings.name];
    lines.into_iter().find(|line| !line.is_empty()).unwrap_or_else(|| "Välkommen".to_owned())
}

async fn off_season_band(
    state: &AppState,
    settings: Settings,
    editions: &[Edition],
    season: &Season<'_>,
) -> Result<OffSeason, AppError> {
    let weekly =
        if settings.weekly_guldkorn { calendar::guldkorn_of_the_week(state, editions).await? } else { None };
    Ok(OffSeason {
        vision: vision(settings),
        upcoming: season.upcoming.map(|upcoming| countdown(upcoming, state.clock.now())),
        latest: season.latest.map(calendar::link_to),
        weekly,
    })
}

/// Returns how many calendar days it is until the first door opens, and of which edition.
fn countdown(edition: &Edition, now: jiff::Timestamp) -> (String, EditionLink) {
    (calendar::days_left_text(calendar::days_left(edition, 1, now)), calendar::link_to(edition))
}
