//! Texts that get another day or time when the schedule of their edition changes.

use jiff::Timestamp;

use super::parse::parse_form;
use super::{Day, EditionRecord};
use crate::calendar::{EditionForm, Schedule};

/// A day with a text whose door opens at another time after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MovedDay {
    pub(crate) day: u16,
    /// The text's title.
    pub(crate) title: String,
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
}

/// Returns what the saving of a form would move, in day order; nothing when the form cannot be saved.
pub(crate) fn moved_days(edition: &EditionRecord, days: &[Day], form: &EditionForm) -> Vec<MovedDay> {
    let Ok(parsed) = parse_form(form) else { return Vec::new() };
    let after = parsed.edition.schedule;
    let moved = |day: &Day| {
        let hung = day.hung.as_ref().filter(|hung| !hung.is_gone)?;
        let (from, to) = opening(&edition.schedule, &after, day.number)?;
        Some(MovedDay { day: day.number, title: hung.title.clone(), from, to })
    };
    days.iter().filter_map(moved).collect()
}

/// Returns the openings of a day before and after a change, if both have the day and they differ.
pub(super) fn opening(before: &Schedule, after: &Schedule, day: u16) -> Option<(Timestamp, Timestamp)> {
    let (from, to) = (before.opening_of(day)?, after.opening_of(day)?);
    (from != to).then_some((from, to))
}

/// Says for the audit log what changed in a schedule: "första dagen 1 december 2026 → 2 december 2026".
pub(super) fn schedule_in_words(before: &Schedule, after: &Schedule) -> String {
    let changed = |what: &str, before: String, after: String| {
        (before != after).then(|| format!("{what} {before} → {after}"))
    };
    let time = |schedule: &Schedule| schedule.opens_at().strftime("%H.%M").to_string();
    [
        changed("första dagen", before.first_day().to_string(), after.first_day().to_string()),
        changed("antal luckor", before.days().to_string(), after.days().to_string()),
        changed("öppningstid", time(before), time(after)),
        changed("tidszon", before.zone_name().to_owned(), after.zone_name().to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}
