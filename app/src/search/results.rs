//! Renders the results of a search.

use crate::time::UnixMillis;
use std::cmp::Reverse;

use super::spelling::{Replace, correct_spelling};
use super::types::{ResultPage, SpellingHelp};
use super::views::WaysOn;
use super::{store, views};
use crate::blog::{Tag, load_aside};
use crate::calendar;
use crate::error::AppError;
use crate::page_metadata::set_page_noindex;
use crate::search_index::Query;
use crate::state::AppState;
use crate::ui::Document;

/// How many hits a page shows.
const PER_PAGE: u32 = 10;
/// The largest number of hits that is so small that other words may be meant.
const FEW: u32 = 2;
/// How many tags are shown to somebody who found nothing.
const TAGS: usize = 20;

/// Renders the form and the results for a visitor's words. A page after the last one is taken for the
/// last: while somebody types, there are fewer and fewer.
pub(crate) async fn results_page(state: &AppState, words: &str, page: u32) -> Result<Document, AppError> {
    set_page_noindex();
    Ok(views::search_page(words, results(state, words, page).await?))
}

/// Renders the results alone.
async fn results(state: &AppState, words: &str, page: u32) -> Result<Document, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let query = Query::parse(words);
    if query.terms.is_empty() {
        return Ok(views::no_query(&query, ways_on(state).await?));
    }
    let count = store::count(reader, &query, now).await?;
    let (shown, count, help) = with_spelling_help(state, &query, count, now).await?;
    if count == 0 {
        return Ok(views::no_hits(&query, ways_on(state).await?));
    }
    let pages = count.div_ceil(PER_PAGE);
    let page = page.clamp(1, pages);
    let hits = store::hits(reader, &shown, now, PER_PAGE, (page - 1) * PER_PAGE).await?;
    Ok(views::results(&query, ResultPage { hits, count, page, pages }, help))
}

async fn ways_on(state: &AppState) -> Result<WaysOn, AppError> {
    Ok(WaysOn { todays_door: calendar::door_to_open(state).await?, tags: frequent_tags(state).await? })
}

/// Returns the tags that most public posts have, in alphabetical order.
async fn frequent_tags(state: &AppState) -> Result<Vec<Tag>, AppError> {
    let aside = load_aside(state).await?;
    let mut counts: Vec<_> = aside.tags.iter().enumerate().collect();
    counts.sort_by_key(|(_, count)| Reverse(count.posts));
    counts.truncate(TAGS);
    counts.sort_by_key(|(position, _)| *position);
    Ok(counts.into_iter().map(|(_, count)| count.tag.clone()).collect())
}

/// Chooses what to show for a query with so many hits: its own, or those of the corrected query when it has none.
async fn with_spelling_help(
    state: &AppState,
    query: &Query,
    count: u32,
    now: UnixMillis,
) -> Result<(Query, u32, SpellingHelp), AppError> {
    let reader = state.db.reader();
    if count <= FEW {
        let replace = if count == 0 { Replace::Unknown } else { Replace::Any };
        if let Some(better) = correct_spelling(reader, query, replace, now).await? {
            let better_count = store::count(reader, &better, now).await?;
            let words = better.text.clone();
            if count == 0 && better_count > 0 {
                return Ok((better, better_count, SpellingHelp::Corrected(words)));
            }
            if better_count > count {
                return Ok((query.clone(), count, SpellingHelp::Suggested(words)));
            }
        }
    }
    Ok((query.clone(), count, SpellingHelp::None))
}
