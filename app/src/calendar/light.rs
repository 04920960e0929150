//! The light in which an edition's town is seen.

use jiff::Timestamp;

use super::schedule::Schedule;

/// How the town is drawn: the style sheet colours its sky by it, the picture shows what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Light {
    /// No door has opened.
    Before,
    /// Doors open day by day.
    During,
    /// The last door has opened, and its day lasts.
    Finale,
    /// The last day has passed.
    After,
}

impl Light {
    /// Returns the light of an edition at an instant.
    pub(super) fn of(schedule: &Schedule, now: Timestamp) -> Self {
        if now < schedule.first_opening() {
            Self::Before
        } else if schedule.is_over(now) {
            Self::After
        } else if now >= schedule.last_opening() {
            Self::Finale
        } else {
            Self::During
        }
    }

    /// Returns the value of the scene's `data-light`.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::Finale => "finale",
            Self::After => "after",
        }
    }

    /// Returns the fragment that chooses a drawing from the town's files, for a quarter with so many open doors. One
    /// whose doors have yet to open, while those of other quarters do, is drawn as it is: `d0` names nothing in the file.
    pub(super) fn fragment(self, open: usize) -> String {
        match self {
            Self::Before => "fore".to_owned(),
            Self::During => format!("d{open}"),
            Self::Finale => "final".to_owned(),
            Self::After => "efter".to_owned(),
        }
    }
}

#[cfg(test)]
#[path = "light_tests.rs"]
mod tests;
