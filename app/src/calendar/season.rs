//! Which edition is the current one, and whether it belongs on the start page.

use jiff::{SignedDuration, Timestamp};

use super::edition::Edition;

/// How long before its first opening an edition is on the start page.
const BEFORE: SignedDuration = SignedDuration::from_hours(24 * 31);
/// How long after its last opening an edition stays on the start page.
const AFTER: SignedDuration = SignedDuration::from_hours(24 * 14);

/// The published editions by what they are at one instant.
#[derive(Debug, Clone, Copy)]
pub struct Season<'a> {
    /// The edition that `/kalender` leads to.
    pub current: Option<&'a Edition>,
    /// Whether the current edition belongs on the start page.
    pub is_on: bool,
    /// The next edition none of whose doors has opened.
    pub upcoming: Option<&'a Edition>,
    /// The latest edition one of whose doors has opened.
    pub latest: Option<&'a Edition>,
}

/// Returns when an edition comes onto the start page and when it leaves it.
pub fn season_edges(edition: &Edition) -> [Timestamp; 2] {
    let begins = edition.schedule.first_opening().saturating_sub(BEFORE).unwrap_or(Timestamp::MIN);
    let ends = edition.schedule.last_opening().saturating_add(AFTER).unwrap_or(Timestamp::MAX);
    [begins, ends]
}

/// Finds the season among the published editions, which may be in any order.
pub fn season(editions: &[Edition], now: Timestamp) -> Season<'_> {
    let first = |edition: &&Edition| edition.schedule.first_opening();
    let upcoming = editions.iter().filter(|edition| first(edition) > now).min_by_key(first);
    let latest = editions.iter().filter(|edition| first(edition) <= now).max_by_key(first);
    let soon = upcoming.filter(|edition| first(edition).duration_since(now) <= BEFORE);
    let running = latest.filter(|edition| edition.schedule.next_opening(now).is_some());
    let recent = latest.filter(|edition| now.duration_since(edition.schedule.last_opening()) < AFTER);
    let shown = running.or(soon).or(recent);
    Season { current: shown.or(latest).or(upcoming), is_on: shown.is_some(), upcoming, latest }
}

#[cfg(test)]
#[path = "season_tests.rs"]
mod tests;
