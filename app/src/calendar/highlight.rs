//! Guldkorn that another page than their door's shows: the best of an edition, and one of past editions every week.

use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::edition::Edition;
use super::facade::Facade;
use super::light::Light;
use super::store;
use super::types::EditionLink;
use crate::posts::Language;
use crate::state::AppState;
use crate::time::at_home;

/// A public guldkorn that is not sensitive, with what a page needs to show it beside others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Highlight {
    /// The edition that has its door.
    pub(crate) edition: EditionLink,
    /// The number of its door.
    pub(crate) day: u16,
    /// The colour of the house in which its door is.
    pub(crate) facade: Facade,
    /// Slug of the post.
    pub(crate) slug: String,
    /// Title of the post.
    pub(crate) title: String,
    /// Language of title and text.
    pub(crate) language: Language,
    /// What was said, where the guldkorn is a quotation.
    pub(crate) quote: Option<String>,
    /// Who said or told it; may be empty.
    pub(crate) source: String,
    /// A sentence or two of the text.
    pub(crate) teaser: String,
}

/// Returns the doors that were chosen as the best of an edition, once its last day has passed; none before. A door
/// whose text is not public, or sensitive, is left out.
pub(crate) async fn best_of(state: &AppState, edition: &Edition) -> Result<Vec<Highlight>, sqlx::Error> {
    let now = state.clock.now();
    if edition.best_doors.days().is_empty() || Light::of(&edition.schedule, now) != Light::After {
        return Ok(Vec::new());
    }
    let highlights = store::highlights(state.db.reader(), edition, now.into()).await?;
    let chosen = edition.best_doors.days().iter();
    Ok(chosen.filter_map(|day| highlights.iter().find(|highlight| highlight.day == *day).cloned()).collect())
}

/// Returns the guldkorn of the week: the next one of past editions every Monday of the site's own zone. All of them come
/// before one comes back.
pub(crate) async fn guldkorn_of_the_week(
    state: &AppState,
    editions: &[Edition],
) -> Result<Option<Highlight>, sqlx::Error> {
    let now = state.clock.now();
    let mut past = Vec::new();
    for edition in editions.iter().filter(|edition| edition.schedule.is_over(now)) {
        past.extend(store::highlights(state.db.reader(), edition, now.into()).await?);
    }
    Ok(turn_of(now, past.len()).and_then(|turn| past.into_iter().nth(turn)))
}

/// Returns whose turn it is among so many, in the week of an instant; `None` where there are none.
fn turn_of(now: Timestamp, count: usize) -> Option<usize> {
    usize::try_from(weeks_until(at_home(now).date())).ok()?.checked_rem(count)
}

/// Returns how many Mondays there have been from that of the first week of 1970 to a day.
fn weeks_until(day: Date) -> i32 {
    (day - date(1969, 12, 29)).get_days().div_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(now: &str) -> usize {
        turn_of(now.parse().expect("an instant"), 24).expect("a turn")
    }

    #[test]
    fn a_week_has_one_turn_from_monday_to_sunday_in_the_sites_zone() {
        let monday = turn("2027-03-15T00:00+01:00");
        assert_eq!(turn("2027-03-21T23:59:59+01:00"), monday);
        assert_ne!(turn("2027-03-14T23:59:59+01:00"), monday);
        assert_ne!(turn("2027-03-22T00:00+01:00"), monday);
    }

    #[test]
    fn the_last_week_of_a_year_goes_on_into_the_next() {
        assert_eq!(turn("2026-12-28T12:00+01:00"), turn("2027-01-03T12:00+01:00"));
        assert_ne!(turn("2027-01-03T12:00+01:00"), turn("2027-01-04T12:00+01:00"));
    }

    #[test]
    fn all_come_before_one_comes_back() {
        let mondays = (0..24)
            .map(|week| turn_of(Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(week * 168), 24));
        let mut turns: Vec<_> = mondays.flatten().collect();
        turns.sort_unstable();
        assert_eq!(turns, (0..24).collect::<Vec<_>>());
        assert_eq!(turn_of(Timestamp::UNIX_EPOCH, 0), None);
    }
}
