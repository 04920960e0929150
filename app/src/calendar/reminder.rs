//! When calendar programs remind of a day's door.

use jiff::Timestamp;
use jiff::civil::{Time, time};

use super::schedule::Schedule;

/// A time of day at which people are awake.
const DEFAULT: Time = time(8, 0, 0, 0);

/// The time of day at which calendar programs remind of a day's door, as hh:mm.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct ReminderTime(String);

impl ReminderTime {
    /// Returns the form of a time of day.
    pub fn new(at: Time) -> Self {
        Self(at.strftime("%H:%M").to_string())
    }

    /// Returns it as hh:mm.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns when to remind of a door: at this time on its day, or at its opening if that is later. `None` when the
    /// edition has no such day.
    pub fn of(&self, schedule: &Schedule, day: u16) -> Option<Timestamp> {
        let opening = schedule.opening_of(day)?;
        let wall = schedule.date_of(day)?.to_datetime(self.0.parse().unwrap_or(DEFAULT));
        let reminder = schedule.zone().to_ambiguous_zoned(wall).compatible().ok()?.timestamp();
        Some(reminder.max(opening))
    }
}

impl Default for ReminderTime {
    fn default() -> Self {
        Self::new(DEFAULT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_comes_when_people_are_awake_and_never_before_the_door_opens() {
        let at = |opens_at, reminds_at: &str| {
            let schedule =
                Schedule::parse("2026-12-01", 24, opens_at, "Europe/Stockholm").expect("a schedule");
            let reminder = ReminderTime(reminds_at.to_owned()).of(&schedule, 7).expect("a day");
            reminder.to_zoned(schedule.zone().clone()).strftime("%d %H:%M").to_string()
        };
        assert_eq!(at("00:00", "08:00"), "07 08:00");
        assert_eq!(at("06:30", "06:00"), "07 06:30");
        assert_eq!(at("15:00", "08:00"), "07 15:00");
        assert_eq!(ReminderTime::default().as_str(), "08:00");
        let schedule = Schedule::parse("2026-12-01", 24, "00:00", "Europe/Stockholm").expect("a schedule");
        assert_eq!(ReminderTime::default().of(&schedule, 25), None);
    }
}
