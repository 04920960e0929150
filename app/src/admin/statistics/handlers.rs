//! Loads the page.

use super::period::Period;
use super::query::StatisticsQuery;
use super::views::{self, Shown};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::calendar::store::public_editions;
use crate::error::AppError;
use crate::state::AppState;
use crate::statistics::store;
use crate::statistics::{bars, first_open_day};
use crate::ui::render_to_string;

/// The most texts that the page lists; the file has all.
pub(super) const MOST_TEXTS: u32 = 200;

/// Renders the page that a query selects.
pub(in crate::admin) async fn page(state: &AppState, query: &str) -> Result<PrerenderedAdminPage, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let query = StatisticsQuery::parse(query);
    let selection = query.selection(first_open_day(now));
    let unit = query.period.unit();
    let numbers = store::by_day(reader, &selection, unit, now).await?;
    let texts = store::by_text(reader, &selection, MOST_TEXTS, now).await?;
    let editions = public_editions(reader).await?;
    let shown = Shown {
        query,
        times: times(&store::months(reader, now).await?),
        editions: editions.into_iter().map(|edition| (edition.id, edition.title)).collect(),
        bars: bars(&selection, unit, &numbers),
        texts,
    };
    let html = render_to_string(views::page(&shown));
    Ok(PrerenderedAdminPage { title: "Statistik".into(), html })
}

/// Returns the times that can be chosen, besides the recent one: months that have numbers, and their years.
fn times(months: &[String]) -> Vec<Period> {
    let mut times = Vec::new();
    for month in months {
        let year = Period::parse(month.get(..4).unwrap_or_default());
        if !times.contains(&year) {
            times.push(year);
        }
        times.push(Period::parse(month));
    }
    times
}
