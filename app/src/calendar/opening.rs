//! The rule of opening: door *n* opens at the edition's time of day on its first day + *n* − 1, in its zone.
//!
//! A day is a calendar day, never 86 400 seconds, so the rule holds across clock changes, leap days and year
//! ends. Where a clock change skips the time of day, the door opens as much later as the clock was moved; where
//! it comes twice, at the first (RFC 5545, section 3.3.5).

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// The most days an edition can have: a leap year.
pub const MOST_DAYS: u16 = 366;

/// When the doors of an edition open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    first_day: Date,
    days: u16,
    opens_at: Time,
    zone: TimeZone,
}

/// Why a schedule cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// Not a date.
    #[error("första dagen ”{0}” är inget datum: skriv till exempel 2026-12-01")]
    FirstDay(String),
    /// Fewer than one day, or more than a leap year.
    #[error("en kalender har mellan 1 och {MOST_DAYS} luckor, inte {0}")]
    Days(i64),
    /// Not a time of day.
    #[error("öppningstiden ”{0}” är ingen tid på dygnet: skriv till exempel 08:00")]
    OpensAt(String),
    /// Not in the time-zone database.
    #[error("tidszonen ”{0}” finns inte: skriv till exempel Europe/Stockholm")]
    Zone(String),
}

impl Schedule {
    /// Reads a schedule as the database keeps it.
    ///
    /// # Errors
    /// When a part of it cannot be; see [`ScheduleError`].
    pub fn parse(first_day: &str, days: i64, opens_at: &str, zone: &str) -> Result<Self, ScheduleError> {
        let first: Date = first_day.parse().map_err(|_| ScheduleError::FirstDay(first_day.to_owned()))?;
        let count = u16::try_from(days).ok().filter(|days| (1..=MOST_DAYS).contains(days));
        let count = count.ok_or(ScheduleError::Days(days))?;
        if first.checked_add(Span::new().days(count)).is_err() {
            return Err(ScheduleError::FirstDay(first_day.to_owned()));
        }
        Ok(Self {
            first_day: first,
            days: count,
            opens_at: opens_at.parse().map_err(|_| ScheduleError::OpensAt(opens_at.to_owned()))?,
            zone: TimeZone::get(zone).map_err(|_| ScheduleError::Zone(zone.to_owned()))?,
        })
    }

    /// How many doors there are.
    pub const fn days(&self) -> u16 {
        self.days
    }

    /// The time of day at which a door opens.
    pub const fn opens_at(&self) -> Time {
        self.opens_at
    }

    /// The zone in which the edition lives.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The calendar day of a door, if the edition has it.
    pub fn date_of(&self, day: u16) -> Option<Date> {
        if !(1..=self.days).contains(&day) {
            return None;
        }
        self.first_day.checked_add(Span::new().days(day - 1)).ok()
    }

    /// The instant at which a door opens, if the edition has it.
    pub fn opening_of(&self, day: u16) -> Option<Timestamp> {
        let wall = self.date_of(day)?.to_datetime(self.opens_at);
        self.zone.to_ambiguous_zoned(wall).compatible().ok().map(|zoned| zoned.timestamp())
    }

    /// Whether a door is open. It stays open; only a clock that is set back closes it again.
    pub fn is_open(&self, day: u16, now: Timestamp) -> bool {
        self.opening_of(day).is_some_and(|opening| opening <= now)
    }

    /// The next door to open, and when.
    pub fn next_opening(&self, now: Timestamp) -> Option<(u16, Timestamp)> {
        (1..=self.days)
            .filter_map(|day| Some((day, self.opening_of(day)?)))
            .find(|(_, opening)| *opening > now)
    }

    /// The first opening of all.
    pub fn first_opening(&self) -> Timestamp {
        self.opening_of(1).unwrap_or(Timestamp::MAX)
    }

    /// The last opening of all.
    pub fn last_opening(&self) -> Timestamp {
        self.opening_of(self.days).unwrap_or(Timestamp::MAX)
    }

    /// The day it is in the edition's zone.
    pub fn today(&self, now: Timestamp) -> Date {
        now.to_zoned(self.zone.clone()).date()
    }

    /// The next midnight in the edition's zone.
    pub fn end_of_today(&self, now: Timestamp) -> Timestamp {
        let tomorrow = now.to_zoned(self.zone.clone()).tomorrow().and_then(|day| day.start_of_day());
        tomorrow.map_or(Timestamp::MAX, |day| day.timestamp())
    }
}

#[cfg(test)]
#[path = "opening_tests.rs"]
mod tests;
