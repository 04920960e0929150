//! When letters are due.

use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::choice::{Choice, Rhythm};

fn stockholm() -> TimeZone {
    TimeZone::get("Europe/Stockholm").unwrap()
}

/// Looks every so many minutes between two days, and returns the local day and the instant of each letter.
fn letters(choice: Choice, zone: &TimeZone, from: Date, until: Date, minutes: i64) -> Vec<(Date, Timestamp)> {
    let mut now = from.to_zoned(zone.clone()).unwrap().timestamp();
    let end = until.to_zoned(zone.clone()).unwrap().timestamp();
    let mut done_on = from.yesterday().unwrap();
    let mut sent = Vec::new();
    while now < end {
        if let Some(day) = choice.due_day(done_on, now, zone) {
            sent.push((day, now));
            done_on = day;
        }
        now += SignedDuration::from_mins(minutes);
    }
    sent
}

#[test]
fn summer_time_brings_every_day_one_letter() {
    // At two o'clock the clock goes to three in March, and at three back to two in October.
    for (from, until) in [(date(2026, 3, 27), date(2026, 4, 2)), (date(2026, 10, 23), date(2026, 10, 29))] {
        for hour in 0..24 {
            let sent = letters(Choice { rhythm: Rhythm::Day, hour }, &stockholm(), from, until, 1);
            let days: Vec<_> = sent.iter().map(|(day, _)| *day).collect();
            assert_eq!(
                days,
                from.series(jiff::ToSpan::days(1)).take_while(|day| *day < until).collect::<Vec<_>>()
            );
            for (day, at) in sent {
                let local = at.to_zoned(stockholm());
                let skipped = day == date(2026, 3, 29) && hour == 2;
                assert_eq!(
                    (local.hour(), local.minute()),
                    (if skipped { 3 } else { hour }, 0),
                    "{day} {hour}"
                );
            }
        }
    }
}

#[test]
fn a_missed_hour_is_caught_up_the_same_day_and_not_later() {
    let zone = stockholm();
    let week = Choice { rhythm: Rhythm::Week, hour: 7 };
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let sunday = date(2026, 11, 29);
    assert_eq!(week.due_day(sunday, at("2026-11-30T06:59:59+01:00"), &zone), None);
    assert_eq!(week.due_day(sunday, at("2026-11-30T07:00:00+01:00"), &zone), Some(date(2026, 11, 30)));
    assert_eq!(week.due_day(sunday, at("2026-11-30T23:59:59+01:00"), &zone), Some(date(2026, 11, 30)));
    assert_eq!(week.due_day(sunday, at("2026-12-01T07:00:00+01:00"), &zone), None, "Tuesday");
    assert_eq!(
        week.due_day(date(2026, 11, 30), at("2026-11-30T12:00:00+01:00"), &zone),
        None,
        "sent already"
    );
}

#[test]
fn somebody_who_chooses_after_the_hour_waits_for_the_next_day() {
    let zone = stockholm();
    let choice = Choice { rhythm: Rhythm::Day, hour: 7 };
    let before = "2026-11-30T06:00:00+01:00".parse().unwrap();
    let after = "2026-11-30T07:00:00+01:00".parse().unwrap();
    assert_eq!(choice.done_when_chosen(before, &zone), date(2026, 11, 29));
    assert_eq!(choice.done_when_chosen(after, &zone), date(2026, 11, 30));
}

proptest! {
    #[test]
    fn each_day_has_at_most_one_letter_and_none_before_its_hour(
        hour in 0_i8..24,
        weekly: bool,
        zone in prop::sample::select(&["Europe/Stockholm", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia", "UTC"][..]),
        first in 0_i32..700,
        minutes in 1_i64..400,
    ) {
        let zone = TimeZone::get(zone).unwrap();
        let from = date(2025, 1, 1) + jiff::ToSpan::days(first);
        let until = from + jiff::ToSpan::days(15);
        let choice = Choice { rhythm: if weekly { Rhythm::Week } else { Rhythm::Day }, hour };
        let sent = letters(choice, &zone, from, until, minutes);
        for pair in sent.windows(2) {
            prop_assert!(pair[0].0 < pair[1].0);
        }
        for (day, at) in &sent {
            let local = at.to_zoned(zone.clone());
            prop_assert_eq!(local.date(), *day, "on its own day");
            prop_assert!(local.hour() >= hour);
            prop_assert!(!weekly || day.weekday() == Weekday::Monday);
        }
        // Whoever looks often enough misses none.
        let last_minutes = 24 * 60 - i64::from(hour) * 60;
        if minutes < last_minutes - 120 {
            prop_assert_eq!(sent.len(), if weekly { from.series(jiff::ToSpan::days(1)).take(15).filter(|day| day.weekday() == Weekday::Monday).count() } else { 15 });
        }
    }
}
