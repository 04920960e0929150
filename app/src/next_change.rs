//! When the site next changes by itself.

use crate::error::AppError;
use crate::state::AppState;
use crate::time::UnixMillis;
use crate::{blog, calendar, consent, statistics, time};

/// Returns the next instant at which a page could look different without anybody having written: a door opens, a post
/// becomes public or ceases to be because its consent ends, a season begins or ends, a new day begins, or the numbers of one
/// more day are shown to readers.
pub(crate) async fn next_change(state: &AppState) -> Result<UnixMillis, AppError> {
    let now = state.clock.now();
    let reader = state.db.reader();
    let opening = calendar::store::next_opening(reader, now.into()).await?;
    let publication = blog::store::next_publication(reader, now.into()).await?;
    let end = consent::store::next_end(reader, now.into()).await?;
    let midnight = UnixMillis::from(time::next_midnight(now));
    // An edition may live in another zone, where "today" ends at another hour.
    let editions = calendar::store::public_editions(reader).await?;
    let days = editions.iter().map(|edition| UnixMillis::from(edition.schedule.end_of_today(now)));
    let seasons = editions.iter().flat_map(calendar::season_edges).map(UnixMillis::from);
    let seasons = seasons.filter(|edge| *edge > now.into());
    let shows_reads = editions.iter().any(|edition| edition.shows_reads);
    let numbers = shows_reads.then(|| statistics::next_shown_at(now.into()));
    Ok(days
        .chain(numbers)
        .chain(seasons)
        .chain(opening)
        .chain(publication)
        .chain(end)
        .fold(midnight, UnixMillis::min))
}
