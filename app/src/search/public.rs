//! Answers a search.

use crate::time::UnixMillis;
use std::cmp::Reverse;

use super::correction::{Doubt, corrected};
use super::query::Query;
use super::types::{Found, Help};
use super::{store, views};
use crate::blog::{Tag, load_aside};
use crate::error::AppError;
use crate::state::AppState;
use crate::ui::Document;

const PER_PAGE: u32 = 10;
/// Up to so many hits are so few that other words may be meant.
const FEW: u32 = 2;
/// How many subjects are shown to somebody who found nothing.
const TAGS: usize = 20;

/// The results of a search, without the form that stands above them. A page that there is not is taken for the
/// last one: while somebody types, there are fewer and fewer.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn results(state: &AppState, typed: &str, page: u32) -> Result<Document, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let query = Query::read(typed);
    if query.terms.is_empty() {
        let tags = frequent_tags(state).await?;
        return Ok(views::nothing_asked(&query, tags));
    }
    let count = store::count(reader, &query, now).await?;
    let (shown, count, help) = helped(state, &query, count, now).await?;
    if count == 0 {
        let tags = frequent_tags(state).await?;
        return Ok(views::nothing_found(&query, tags));
    }
    let pages = count.div_ceil(PER_PAGE);
    let page = page.clamp(1, pages);
    let hits = store::hits(reader, &shown, now, PER_PAGE, (page - 1) * PER_PAGE).await?;
    Ok(views::found(&query, Found { hits, count, page, pages }, help))
}

/// The subjects of most public posts, in alphabetical order.
async fn frequent_tags(state: &AppState) -> Result<Vec<Tag>, AppError> {
    let aside = load_aside(state).await?;
    let mut counts: Vec<_> = aside.tags.iter().enumerate().collect();
    counts.sort_by_key(|(_, count)| Reverse(count.posts));
    counts.truncate(TAGS);
    counts.sort_by_key(|(place, _)| *place);
    Ok(counts.into_iter().map(|(_, count)| count.tag.clone()).collect())
}

/// What to show for a query that found so many: itself, or another when it found none.
async fn helped(
    state: &AppState,
    query: &Query,
    count: u32,
    now: UnixMillis,
) -> Result<(Query, u32, Help), AppError> {
    let reader = state.db.reader();
    if count <= FEW {
        let doubt = if count == 0 { Doubt::Unknown } else { Doubt::Any };
        if let Some(better) = corrected(reader, query, doubt, now).await? {
            let better_count = store::count(reader, &better, now).await?;
            let words = better.text.clone();
            if count == 0 && better_count > 0 {
                return Ok((better, better_count, Help::Corrected(words)));
            }
            if better_count > count {
                return Ok((query.clone(), count, Help::Suggested(words)));
            }
        }
    }
    Ok((query.clone(), count, Help::None))
}
