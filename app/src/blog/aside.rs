//! What stands beside the blog's pages: the newest posts, the archive, the tags. The same on all of them.

use crate::time::UnixMillis;
use std::sync::Arc;

use super::store;
use super::types::{PostLink, TagCount};
use crate::cache::{Cached, Validity};
use crate::error::AppError;
use crate::state::AppState;
use crate::time;

/// How many of the newest posts are linked.
const NEWEST: u32 = 5;

/// The data of the aside. Only public posts are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Links to the newest posts.
    pub newest: Vec<PostLink>,
    /// Years and months that have posts, newest first.
    pub archive: Vec<ArchiveYear>,
    /// The tags that posts have, in alphabetical order.
    pub tags: Vec<TagCount>,
}

/// A year of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveYear {
    /// The year, such as 2026.
    pub year: i16,
    /// Months that have posts, from 1, newest first, each with the number of its posts.
    pub months: Vec<(i8, u32)>,
}

/// Loads the aside, from the cache while it holds: counting ten thousand posts takes a while.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub async fn load_aside(state: &AppState) -> Result<Arc<Aside>, AppError> {
    // Before anything is read: a change meanwhile makes the cached aside stale, and not wrong until the next one.
    let (generation, now) = (state.db.generation(), state.clock.now_millis());
    let cached = state.extensions.get::<Cached<Aside>>();
    if let Some(aside) = cached.get(generation, now) {
        return Ok(aside);
    }
    let reader = state.db.reader();
    let until = store::next_publication(reader, now).await?.unwrap_or(UnixMillis::MAX);
    let aside = Aside {
        newest: store::newest_links(reader, now, NEWEST).await?,
        archive: archive(store::publications(reader, now).await?),
        tags: store::tag_counts(reader, now).await?,
    };
    Ok(cached.put(Validity { generation, from: now, until }, aside))
}

/// Counts instants of publication, newest first, by months in the site's own time zone.
fn archive(publications: Vec<UnixMillis>) -> Vec<ArchiveYear> {
    let mut years: Vec<ArchiveYear> = Vec::new();
    for at in publications {
        let day = time::at_home(time::from_millis(at)).date();
        if years.last().is_none_or(|last| last.year != day.year()) {
            years.push(ArchiveYear { year: day.year(), months: Vec::new() });
        }
        let Some(ArchiveYear { months, .. }) = years.last_mut() else { continue };
        match months.last_mut() {
            Some((month, count)) if *month == day.month() => *count += 1,
            _ => months.push((day.month(), 1)),
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_belongs_to_the_month_in_the_sites_time_zone() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().expect("an instant").into();
        let years = archive(vec![
            at("2026-12-07T00:00+01:00"),
            at("2026-12-01T00:00+01:00"),
            at("2026-11-30T23:59:59.999+01:00"),
            at("2025-01-01T00:00+01:00"),
        ]);
        assert_eq!(
            years,
            [
                ArchiveYear { year: 2026, months: vec![(12, 2), (11, 1)] },
                ArchiveYear { year: 2025, months: vec![(1, 1)] },
            ]
        );
    }
}
