//! Which edition is shown, at the edges of its season.

use super::*;
use crate::calendar::Schedule;
use crate::calendar::edition_view::testing;

fn edition(slug: &str, first_day: &str, days: i64) -> Edition {
    Edition {
        slug: slug.into(),
        schedule: Schedule::parse(first_day, days, "00:00", "UTC").expect("a schedule"),
        ..testing::edition("00:00")
    }
}

/// The current edition, and whether it is on the start page.
fn shown<'a>(editions: &'a [Edition], now: &str) -> (Option<&'a str>, bool) {
    let season = season(editions, now.parse().expect("an instant"));
    (season.current.map(|edition| &*edition.slug), season.is_on)
}

#[test]
fn the_season_begins_a_month_before_and_ends_two_weeks_after() {
    let editions = [edition("2025", "2025-12-01", 24), edition("2026", "2026-12-01", 24)];
    for (now, slug, is_on) in [
        ("2026-10-30T23:59:59Z", "2025", false),
        ("2026-10-31T00:00:00Z", "2026", true),
        ("2026-12-24T00:00:00Z", "2026", true),
        ("2027-01-06T23:59:59Z", "2026", true),
        ("2027-01-07T00:00:00Z", "2026", false),
        ("2025-10-01T00:00:00Z", "2026", false),
    ] {
        // Long before the first edition of all, there is nothing to look back on.
        let editions = if now.starts_with("2025") { &editions[1..] } else { &editions[..] };
        assert_eq!(shown(editions, now), (Some(slug), is_on), "{now}");
    }
    assert_eq!(shown(&[], "2026-12-01T00:00:00Z"), (None, false));
}

#[test]
fn a_running_edition_comes_before_an_upcoming_one_and_that_before_a_past_one() {
    let editions = [edition("november", "2026-11-01", 24), edition("december", "2026-12-01", 24)];
    for (now, slug) in [
        ("2026-11-20T12:00:00Z", "november"), // runs, though December is near
        ("2026-11-24T00:00:00Z", "december"), // the last door is open
        ("2026-12-01T00:00:00Z", "december"),
    ] {
        assert_eq!(shown(&editions, now), (Some(slug), true), "{now}");
    }
}
