//! Gathers what the start page shows at one moment.

use leptos::prelude::use_context;

use super::api::StartPageData;
use super::views::{newest_posts, off_season};
use crate::error::AppError;
use crate::layout::load_layout;
use crate::page_metadata::{PageKind, set_page_kind};
use crate::state::{AppState, Freshness};
use crate::ui::render_to_string;
use crate::{blog, calendar, time};

/// How many posts are shown.
const NEWEST: u32 = 3;

/// Shown once the last day of the edition has passed.
const THANKS: &str = "Tack för att du tittade in – luckorna står öppna året om.";

/// Gathers the data of the start page.
pub(super) async fn start_page(state: &AppState) -> Result<StartPageData, AppError> {
    set_page_kind(PageKind::Site);
    let now = state.clock.now();
    let reader = state.db.reader();
    let settings = load_layout(state).await?.settings;
    let editions = calendar::store::public_editions(reader).await?;
    let season = calendar::season(&editions, now);
    let edition = match season.current.filter(|_| season.is_on) {
        Some(current) => Some(calendar::view_of_edition(state, current, &editions).await?),
        None => None,
    };
    let runs = season.latest.is_some_and(|latest| latest.schedule.next_opening(now).is_some());
    let left = season.upcoming.filter(|_| !runs).map(|upcoming| time_left(upcoming, now));
    let thanks =
        season.current.filter(|current| season.is_on && is_over(current, now)).map(|_| THANKS.into());
    let posts = blog::store::posts_between(reader, &blog::store::ALWAYS, now.into(), NEWEST, 0).await?;
    Ok(StartPageData {
        vision: settings.vision,
        description: settings.description,
        off_season_html: match edition {
            Some(_) => String::new(),
            None => render_to_string(off_season(
                left.as_deref().map(begins),
                season.latest.map(calendar::link_to),
            )),
        },
        edition,
        // The day itself stands beside it.
        edition_note: left.map(|left| format!("Det är {left}.")).or(thanks),
        posts_html: render_to_string(newest_posts(posts)),
    })
}

/// Returns how long it is until the first door opens: "om 12 dagar".
fn time_left(edition: &calendar::Edition, now: jiff::Timestamp) -> String {
    let left = time::countdown(now, edition.schedule.first_opening());
    if let Some(freshness) = use_context::<Freshness>() {
        freshness.tighten(left.until.into());
    }
    left.words
}

/// Makes a sentence of it: "Om 12 dagar öppnas första luckan."
fn begins(left: &str) -> String {
    let mut words = left.chars();
    let first = words.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{} öppnas första luckan.", words.as_str())
}

/// Returns whether the day of the last door has passed.
fn is_over(edition: &calendar::Edition, now: jiff::Timestamp) -> bool {
    let schedule = &edition.schedule;
    schedule.date_of(schedule.days()).is_some_and(|last| last < schedule.today(now))
}
