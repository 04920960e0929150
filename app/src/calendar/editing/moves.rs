//! What a change of an edition moves: its days, with the texts on them, and its doors for readers.

use jiff::Timestamp;

use super::EditionRecord;
use super::parse::parse_form;
use crate::calendar::{EditionForm, EditionState, NewEdition, Schedule};

/// A day whose door opens at another time after a change, or that is there only before or only after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MovedDay {
    pub(crate) day: u16,
    /// When it opens before the change; none when there is no such day.
    pub(crate) from: Option<Timestamp>,
    /// When it opens after the change; none when there is no such day.
    pub(crate) to: Option<Timestamp>,
}

/// What a change would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moves {
    /// The days that move, in order.
    pub(crate) days: Vec<MovedDay>,
    /// The doors that are open for readers and would close.
    pub(crate) closing: Vec<u16>,
    /// The doors that are closed for readers and would open at once.
    pub(crate) opening: Vec<u16>,
}

impl Moves {
    /// Returns what turns one edition into the other at an instant. Of a draft readers notice nothing, and that publishing
    /// opens doors is no surprise.
    pub(super) fn between(before: &EditionRecord, after: &NewEdition, now: Timestamp) -> Self {
        let were_open = if before.is_published() { before.schedule.open_days(now) } else { Vec::new() };
        let is_public = before.is_published() && after.state == EditionState::Published;
        let are_open = if is_public { after.schedule.open_days(now) } else { Vec::new() };
        let without = |days: &[u16], others: &[u16]| -> Vec<u16> {
            days.iter().copied().filter(|day| !others.contains(day)).collect()
        };
        Self {
            days: moved_days(&before.schedule, &after.schedule),
            closing: without(&were_open, &are_open),
            opening: without(&are_open, &were_open),
        }
    }

    /// Returns what the saving of a form would move; `None` when it cannot be saved.
    pub(crate) fn by_form(before: &EditionRecord, form: &EditionForm, now: Timestamp) -> Option<Self> {
        Some(Self::between(before, &parse_form(form).ok()?.edition, now))
    }

    /// Whether readers notice at once.
    pub(super) fn concerns_readers(&self) -> bool {
        !self.closing.is_empty() || !self.opening.is_empty()
    }

    /// Whether somebody has to see it before it is saved: it moves days that readers know of or on which texts hang, or
    /// readers notice at once.
    pub(super) fn needs_confirmation(&self, is_published: bool, taken: &[u16]) -> bool {
        let moves_texts = self.days.iter().any(|moved| taken.contains(&moved.day));
        self.concerns_readers() || moves_texts || (is_published && !self.days.is_empty())
    }

    /// Counts those of some days that open at another time.
    pub(super) fn count_moved(&self, taken: &[u16]) -> usize {
        let is_moved = |moved: &&MovedDay| moved.to.is_some() && taken.contains(&moved.day);
        self.days.iter().filter(is_moved).count()
    }
}

/// Returns the difference of two schedules, in day order.
fn moved_days(before: &Schedule, after: &Schedule) -> Vec<MovedDay> {
    (1..=before.days().max(after.days()))
        .map(|day| MovedDay { day, from: before.opening_of(day), to: after.opening_of(day) })
        .filter(|moved| moved.from != moved.to)
        .collect()
}

/// Says for the audit log what changed in a schedule: "första dagen 2026-12-01 → 2026-12-02".
pub(super) fn schedule_in_words(before: &Schedule, after: &Schedule) -> Vec<String> {
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
    .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn any_schedule() -> impl Strategy<Value = Schedule> {
        let zone = prop_oneof![Just("Europe/Stockholm"), Just("Pacific/Apia"), Just("America/Anchorage")];
        ((1_i8..=12, 1_i8..=28), 1_i64..=40, (0_i8..24, 0_i8..60), zone).prop_map(
            |((month, day), days, (hour, minute), zone)| {
                let first = format!("2026-{month:02}-{day:02}");
                Schedule::parse(&first, days, &format!("{hour:02}:{minute:02}"), zone).expect("a schedule")
            },
        )
    }

    fn openings(schedule: &Schedule) -> BTreeMap<u16, Timestamp> {
        (1..=schedule.days()).filter_map(|day| Some((day, schedule.opening_of(day)?))).collect()
    }

    proptest! {
        /// What moves, applied to one schedule, gives the other; and nothing is in it that stays.
        #[test]
        fn what_moves_is_exactly_the_difference(before in any_schedule(), after in any_schedule()) {
            let mut applied = openings(&before);
            for moved in moved_days(&before, &after) {
                prop_assert_ne!(moved.from, moved.to);
                prop_assert_eq!(applied.remove(&moved.day), moved.from);
                if let Some(to) = moved.to {
                    applied.insert(moved.day, to);
                }
            }
            prop_assert_eq!(applied, openings(&after));
            prop_assert!(moved_days(&after, &after).is_empty());
            let back: Vec<_> = moved_days(&after, &before);
            let turned = moved_days(&before, &after).into_iter();
            prop_assert_eq!(back, turned.map(|moved| MovedDay { from: moved.to, to: moved.from, ..moved }).collect::<Vec<_>>());
        }
    }
}
