//! `/kalender/{edition}/statistik`: how often the texts of an edition were read while its doors opened, where its editors show
//! that to readers. The numbers are those of the staff's page: no sum under five, nothing of sensitive texts.

use jiff::ToSpan as _;

use super::edition::Edition;
use super::edition_view::link_to;
use super::handlers::not_found;
use super::store;
use super::views::{Reads, reads};
use crate::error::AppError;
use crate::page_metadata::set_page_noindex;
use crate::paths;
use crate::state::AppState;
use crate::statistics::store::{Selection, Unit, by_day, by_text};
use crate::statistics::{bars, first_open_day};
use crate::time::UnixMillis;
use crate::ui::Document;

/// Up to so many days are shown one by one.
const MOST_SINGLE_DAYS: u16 = 62;
/// An edition has no more texts on its doors.
const MOST_TEXTS: u32 = 366;

/// Renders the page.
///
/// # Errors
/// [`AppError::NotFound`] when no such edition is published, or its numbers are for staff alone.
pub(crate) async fn reads_page(state: &AppState, slug: &str) -> Result<Document, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let editions = store::public_editions(reader).await?;
    let Some(edition) = editions.iter().find(|edition| edition.slug == slug) else {
        return Err(not_found(state, &paths::edition_reads(slug)).await?);
    };
    if !edition.shows_reads {
        return Err(AppError::NotFound);
    }
    let selection = selection(edition, now);
    let unit = if edition.schedule.days() > MOST_SINGLE_DAYS { Unit::Month } else { Unit::Day };
    let numbers = by_day(reader, &selection, unit, now).await?;
    let mut texts = by_text(reader, &selection, MOST_TEXTS, now).await?;
    texts.sort_by_key(|text| text.door);
    // It says nothing that search engines should lead to.
    set_page_noindex();
    Ok(reads(Reads { edition: link_to(edition), bars: bars(&selection, unit, &numbers), unit, texts }))
}

/// Returns what is shown: the days of the edition that are over.
fn selection(edition: &Edition, now: UnixMillis) -> Selection {
    let first = edition.schedule.first_day();
    let end = first.saturating_add(i64::from(edition.schedule.days()).days()).min(first_open_day(now));
    Selection { days: first..end.max(first), edition: Some(edition.id), post: None }
}
