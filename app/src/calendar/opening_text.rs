//! When a door opens, in Swedish.

use jiff::Timestamp;
use jiff::civil::{Time, time};

use super::edition::Edition;
use crate::time::{capitalized, clock_time, number_words, weekday_and_date, weekday_date_and_year};

/// Until this time of day it is night: a door that opens tomorrow before it opens "i natt".
const MORNING: Time = time(5, 0, 0, 0);

/// Returns the day of a door: "lördag 12 december", with the year unless it is the present one.
pub(super) fn day_text(edition: &Edition, day: u16, now: Timestamp) -> String {
    match edition.schedule.date_of(day) {
        Some(date) if date.year() == edition.schedule.today(now).year() => weekday_and_date(date),
        Some(date) => weekday_date_and_year(date),
        None => String::new(),
    }
}

/// Returns a date with what the day is called: "söndag 13 december · Lucia".
pub(super) fn with_label(date: String, label: &str) -> String {
    if label.is_empty() { date } else { format!("{date} · {label}") }
}

/// Returns when a door opens: "lördag 12 december", with the time of day when it is not midnight.
pub(super) fn opening_text(edition: &Edition, day: u16, now: Timestamp) -> String {
    with_time(day_text(edition, day, now), edition)
}

/// Returns when a door opens, as seen today: "i morgon", "i dag kl. 18.00", "lördag 12 december".
pub(super) fn opening_phrase(edition: &Edition, day: u16, now: Timestamp) -> String {
    match days_left(edition, day, now) {
        0 => with_time("i dag".to_owned(), edition),
        1 => with_time("i morgon".to_owned(), edition),
        _ => opening_text(edition, day, now),
    }
}

/// Returns how long it is until a door opens, as a sentence: "Sex dagar kvar.", "Luckan öppnas i natt klockan 00.00."
pub(super) fn time_left(edition: &Edition, day: u16, now: Timestamp) -> String {
    let opens_at = edition.schedule.opens_at();
    let when = match days_left(edition, day, now) {
        0 => "i dag",
        1 if opens_at < MORNING => "i natt",
        1 => "i morgon",
        days => return format!("{}.", days_left_text(days)),
    };
    format!("Luckan öppnas {when} klockan\u{a0}{:02}.{:02}.", opens_at.hour(), opens_at.minute())
}

/// Returns "Fem dagar kvar", "En dag kvar".
pub(crate) fn days_left_text(days: i32) -> String {
    let number = usize::try_from(days).map(number_words).unwrap_or_default();
    let unit = if days == 1 { "dag" } else { "dagar" };
    capitalized(&format!("{number}\u{a0}{unit} kvar"))
}

/// Returns the calendar days until the day of a door.
pub(crate) fn days_left(edition: &Edition, day: u16, now: Timestamp) -> i32 {
    let today = edition.schedule.today(now);
    edition.schedule.date_of(day).map_or(0, |date| (date - today).get_days())
}

fn with_time(day: String, edition: &Edition) -> String {
    let opens_at = edition.schedule.opens_at();
    if opens_at == Time::midnight() { day } else { format!("{day} {}", clock_time(opens_at)) }
}

#[cfg(test)]
#[path = "opening_text_tests.rs"]
mod tests;
