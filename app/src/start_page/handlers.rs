//! Gathers what the start page shows at one moment.

use super::api::StartPageData;
use super::views::{newest_posts, off_season};
use crate::error::AppError;
use crate::layout::load_layout;
use crate::page_metadata::{PageKind, set_page_kind};
use crate::state::AppState;
use crate::ui::render_to_string;
use crate::{blog, calendar};

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
    let left = season.upcoming.filter(|_| !runs).map(|upcoming| days_left(upcoming, now));
    let thanks =
        season.current.filter(|current| season.is_on && current.schedule.is_over(now)).map(|_| THANKS.into());
    let posts = blog::store::posts_between(reader, &blog::store::ALWAYS, now.into(), NEWEST, 0).await?;
    Ok(StartPageData {
        // A new site has no vision yet, and perhaps no name.
        vision: [settings.vision, settings.name]
            .into_iter()
            .find(|line| !line.is_empty())
            .unwrap_or_else(|| "Välkommen".to_owned()),
        description: settings.description,
        off_season_html: match edition {
            Some(_) => String::new(),
            None => render_to_string(off_season(
                left.map(|days| format!("Om {days} dagar öppnas första luckan.")),
                season.latest.map(calendar::link_to),
            )),
        },
        edition,
        // The day before, the edition itself says "i morgon".
        edition_note: left.filter(|days| *days > 1).map(|days| format!("{days}\u{a0}dagar kvar.")).or(thanks),
        posts_html: render_to_string(newest_posts(posts)),
    })
}

/// Returns how many calendar days it is until the first door opens.
fn days_left(edition: &calendar::Edition, now: jiff::Timestamp) -> i32 {
    let schedule = &edition.schedule;
    (schedule.first_day() - schedule.today(now)).get_days()
}
