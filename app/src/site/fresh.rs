//! When the site next changes by itself.

use crate::error::AppError;
use crate::state::AppState;
use crate::{blog, calendar, time};

/// The next instant, in milliseconds UTC, at which a page could look different without anybody having written:
/// a door opens, a text becomes public, a season begins or ends, or a new day begins.
///
/// # Errors
/// When the database cannot be read.
pub async fn next_change(state: &AppState) -> Result<i64, AppError> {
    let now = state.clock.now();
    let reader = state.db.reader();
    let opening = calendar::store::next_opening(reader, now.as_millisecond()).await?;
    let publication = blog::store::next_publication(reader, now.as_millisecond()).await?;
    let midnight = time::next_midnight(now).as_millisecond();
    // An edition may live in another zone, where "today" ends at another hour.
    let editions = calendar::store::public_editions(reader).await?;
    let days = editions.iter().map(|edition| edition.schedule.end_of_today(now).as_millisecond());
    let seasons = editions.iter().flat_map(calendar::season_edges).map(jiff::Timestamp::as_millisecond);
    let seasons = seasons.filter(|edge| *edge > now.as_millisecond());
    Ok(days.chain(seasons).chain(opening).chain(publication).fold(midnight, i64::min))
}
