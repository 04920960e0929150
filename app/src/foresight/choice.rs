//! What somebody has chosen, and when a letter is due.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// How often somebody wants a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum Rhythm {
    /// Every day.
    Day,
    /// Every Monday.
    Week,
}

/// How often and at which hour somebody wants a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Choice {
    pub(crate) rhythm: Rhythm,
    /// From 0 to 23, in the site's time zone.
    pub(crate) hour: i8,
}

impl Rhythm {
    /// Returns the value in forms.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Day => "dag",
            Self::Week => "vecka",
        }
    }

    /// Parses what [`as_str`](Self::as_str) returns.
    pub(crate) fn parse(value: &str) -> Option<Self> {
        [Self::Day, Self::Week].into_iter().find(|rhythm| rhythm.as_str() == value)
    }
}

impl Choice {
    /// Returns the day whose letter is due at an instant; `done_on` is the last day that was dealt with. The hour may have
    /// passed long ago: a letter that was missed is sent as long as its day lasts. An hour that a day lacks, when summer
    /// time begins, counts from the moment after the gap; one that it has twice, from the first.
    pub(super) fn due_day(self, done_on: Date, now: Timestamp, zone: &TimeZone) -> Option<Date> {
        let now = now.to_zoned(zone.clone());
        let today = now.date();
        (self.has_letter_on(today) && done_on < today && self.has_come(&now)).then_some(today)
    }

    /// Returns the last day that counts as dealt with when somebody chooses: today only, if its hour has passed.
    pub(super) fn done_when_chosen(self, now: Timestamp, zone: &TimeZone) -> Date {
        let now = now.to_zoned(zone.clone());
        if self.has_come(&now) { now.date() } else { now.date().yesterday().unwrap_or(Date::MIN) }
    }

    fn has_letter_on(self, day: Date) -> bool {
        self.rhythm == Rhythm::Day || day.weekday() == Weekday::Monday
    }

    fn has_come(self, now: &Zoned) -> bool {
        let hour = now.date().at(self.hour, 0, 0, 0).to_zoned(now.time_zone().clone());
        hour.is_ok_and(|hour| hour <= *now)
    }
}
