//! The opening rule: door *n* opens at the edition's time of day on its first day + *n* − 1, in its zone.
//!
//! A day is a calendar day, never 86 400 seconds, so the rule holds across clock changes, leap days and year
//! ends. Where a clock change skips the time of day, the door opens as much later as the clock was moved; where
//! it comes twice, at the first (RFC 5545, section 3.3.5).

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// Largest number of days in an edition: a leap year.
pub(crate) const MAX_DAYS: u16 = 366;

/// When the doors of an edition open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    first_day: Date,
    days: u16,
    opens_at: Time,
    zone: TimeZone,
}

/// Why dates and times do not make a schedule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// The first day is no date, or too late for the last day to be one.
    #[error("första dagen ”{0}” är inget datum: skriv till exempel 2026-12-01")]
    FirstDay(String),
    /// The number of doors is below 1 or above `MAX_DAYS`.
    #[error("en kalender har mellan 1 och {MAX_DAYS} luckor, inte {0}")]
    Days(i64),
    /// The opening time is no time of day.
    #[error("öppningstiden ”{0}” är ingen tid på dygnet: skriv till exempel 08:00")]
    OpensAt(String),
    /// The zone is not in the time-zone database.
    #[error("tidszonen ”{0}” finns inte: skriv till exempel Europe/Stockholm")]
    Zone(String),
}

impl Schedule {
    /// Returns the schedule of `days` doors from `first_day` on.
    ///
    /// # Errors
    /// [`ScheduleError::Days`], or [`ScheduleError::FirstDay`] when the calendar ends before the last day.
    pub fn new(first_day: Date, days: i64, opens_at: Time, zone: TimeZone) -> Result<Self, ScheduleError> {
        let count = u16::try_from(days).ok().filter(|days| (1..=MAX_DAYS).contains(days));
        let days = count.ok_or(ScheduleError::Days(days))?;
        if first_day.checked_add(Span::new().days(days)).is_err() {
            return Err(ScheduleError::FirstDay(first_day.to_string()));
        }
        Ok(Self { first_day, days, opens_at, zone })
    }

    /// Parses a schedule from yyyy-mm-dd, a number of doors, hh:mm and a name of the IANA time-zone database.
    ///
    /// # Errors
    /// The [`ScheduleError`] of the part that does not fit.
    pub fn parse(first_day: &str, days: i64, opens_at: &str, zone: &str) -> Result<Self, ScheduleError> {
        Self::new(
            first_day.parse().map_err(|_| ScheduleError::FirstDay(first_day.to_owned()))?,
            days,
            opens_at.parse().map_err(|_| ScheduleError::OpensAt(opens_at.to_owned()))?,
            TimeZone::get(zone).map_err(|_| ScheduleError::Zone(zone.to_owned()))?,
        )
    }

    /// Returns the calendar day of the first door.
    pub const fn first_day(&self) -> Date {
        self.first_day
    }

    /// Returns the number of doors.
    pub const fn days(&self) -> u16 {
        self.days
    }

    /// Returns the time of day at which doors open.
    pub const fn opens_at(&self) -> Time {
        self.opens_at
    }

    /// Returns the time zone in which days begin and doors open.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Returns the zone's name in the IANA time-zone database.
    pub fn zone_name(&self) -> &str {
        self.zone.iana_name().unwrap_or("UTC")
    }

    /// Returns the calendar day of a door; `None` when the edition has no such day.
    pub fn date_of(&self, day: u16) -> Option<Date> {
        if !(1..=self.days).contains(&day) {
            return None;
        }
        self.first_day.checked_add(Span::new().days(day - 1)).ok()
    }

    /// Returns the instant at which a door opens; `None` when the edition has no such day.
    pub fn opening_of(&self, day: u16) -> Option<Timestamp> {
        let wall = self.date_of(day)?.to_datetime(self.opens_at);
        self.zone.to_ambiguous_zoned(wall).compatible().ok().map(|zoned| zoned.timestamp())
    }

    /// Whether a door is open. It stays open; only a clock that is set back closes it.
    pub fn is_open(&self, day: u16, now: Timestamp) -> bool {
        self.opening_of(day).is_some_and(|opening| opening <= now)
    }

    /// Returns the open days, in order.
    pub fn open_days(&self, now: Timestamp) -> Vec<u16> {
        (1..=self.days).filter(|day| self.is_open(*day, now)).collect()
    }

    /// Returns the next door to open, and when; `None` when all are open.
    pub fn next_opening(&self, now: Timestamp) -> Option<(u16, Timestamp)> {
        (1..=self.days)
            .filter_map(|day| Some((day, self.opening_of(day)?)))
            .find(|(_, opening)| *opening > now)
    }

    /// Returns when the first door opens.
    pub fn first_opening(&self) -> Timestamp {
        self.opening_of(1).unwrap_or(Timestamp::MAX)
    }

    /// Returns when the last door opens.
    pub fn last_opening(&self) -> Timestamp {
        self.opening_of(self.days).unwrap_or(Timestamp::MAX)
    }

    /// Whether the day of the last door has passed.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.date_of(self.days).is_some_and(|last| last < self.today(now))
    }

    /// Returns today's date in the edition's zone.
    pub fn today(&self, now: Timestamp) -> Date {
        now.to_zoned(self.zone.clone()).date()
    }

    /// Returns the next midnight in the edition's zone.
    pub fn end_of_today(&self, now: Timestamp) -> Timestamp {
        let tomorrow = now.to_zoned(self.zone.clone()).tomorrow().and_then(|day| day.start_of_day());
        tomorrow.map_or(Timestamp::MAX, |day| day.timestamp())
    }
}

#[cfg(test)]
#[path = "schedule_tests.rs"]
mod tests;
