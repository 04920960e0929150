//! Checks the opening rule against a second implementation of the time-zone database (chrono-tz).

use chrono::{Days, LocalResult, NaiveDate, NaiveTime, Offset, TimeZone as _, Utc};
use chrono_tz::Tz;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;

/// Zones with all kinds of clock changes: by half an hour (Lord Howe), by a whole day (Apia skipped the 30th of
/// December 2011), at midnight (São Paulo, Beirut), and none at all (Kolkata).
const ZONES: [&str; 11] = [
    "Europe/Stockholm",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Beirut",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Auckland",
    "UTC",
];

/// The same rule, written with the other library.
fn oracle(first: NaiveDate, day: u16, time: NaiveTime, zone: Tz) -> i64 {
    let wall = first.checked_add_days(Days::new(u64::from(day) - 1)).expect("in range").and_time(time);
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.timestamp_millis(),
        // Skipped: as much later as the clock was moved, so by the offset that held before.
        LocalResult::None => {
            let before = Utc.from_utc_datetime(&(wall - chrono::Duration::days(2)));
            let offset = zone.offset_from_utc_datetime(&before.naive_utc()).fix();
            wall.and_utc().timestamp_millis() - i64::from(offset.local_minus_utc()) * 1_000
        }
    }
}

fn schedule(first: NaiveDate, days: u16, time: NaiveTime, zone: &str) -> Schedule {
    Schedule::parse(&first.to_string(), i64::from(days), &time.to_string()[..5], zone).expect("a schedule")
}

prop_compose! {
    fn any_edition()(
        first in 0_u64..22_000, // days from 1975 to 2035
        days in 1_u16..=366,
        minutes in 0_u32..1_440,
        zone in prop::sample::select(&ZONES[..]),
    ) -> (NaiveDate, u16, NaiveTime, &'static str) {
        let start = NaiveDate::from_ymd_opt(1975, 1, 1).expect("a date");
        let first = start.checked_add_days(Days::new(first)).expect("in range");
        (first, days, NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).expect("a time"), zone)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_door_opens_at_the_instant_of_the_other_library((first, days, time, zone) in any_edition(), pick: u16) {
        let day = pick % days + 1;
        let opening = schedule(first, days, time, zone).opening_of(day).expect("a door");
        prop_assert_eq!(opening.as_millisecond(), oracle(first, day, time, zone.parse().expect("a zone")));
    }

    #[test]
    fn a_door_is_closed_a_millisecond_before_and_open_ever_after(
        (first, days, time, zone) in any_edition(), pick: u16, later in 0_i64..1_000_000_000_000,
    ) {
        let schedule = schedule(first, days, time, zone);
        let day = pick % days + 1;
        let opening = schedule.opening_of(day).expect("a door");
        prop_assert!(!schedule.is_open(day, opening - SignedDuration::from_millis(1)));
        prop_assert!(schedule.is_open(day, opening));
        prop_assert!(schedule.is_open(day, opening + SignedDuration::from_millis(later)));
    }

    #[test]
    fn the_next_opening_is_the_first_that_has_not_come(
        (first, days, time, zone) in any_edition(), at in -40_000_000_000_i64..40_000_000_000,
    ) {
        let schedule = schedule(first, days, time, zone);
        let now = schedule.first_opening() + SignedDuration::from_millis(at);
        let open = (1..=days).filter(|day| schedule.is_open(*day, now)).count();
        match schedule.next_opening(now) {
            Some((day, opening)) => {
                prop_assert!(opening > now);
                prop_assert_eq!(Some(opening), schedule.opening_of(day));
                prop_assert!((1..day).all(|earlier| schedule.is_open(earlier, now)));
                prop_assert_eq!(open, usize::from(day) - 1);
            }
            None => prop_assert_eq!(open, usize::from(days)),
        }
    }

    #[test]
    fn at_an_opening_the_next_one_is_another((first, days, time, zone) in any_edition(), pick: u16) {
        let schedule = schedule(first, days, time, zone);
        let opening = schedule.opening_of(pick % days + 1).expect("a door");
        let next = schedule.next_opening(opening);
        prop_assert!(next.is_none_or(|(day, next)| next > opening && schedule.opening_of(day) == Some(next)));
        prop_assert_eq!(next.is_none(), opening == schedule.last_opening());
    }
}

fn opening(first: &str, days: i64, time: &str, day: u16) -> Option<Timestamp> {
    Schedule::parse(first, days, time, "Europe/Stockholm").expect("a schedule").opening_of(day)
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("a timestamp")
}

#[test]
fn clock_changes_leap_days_and_year_ends_are_calendar_days() {
    assert_eq!(opening("2026-12-01", 24, "00:00", 1), Some(at("2026-11-30T23:00:00Z")));
    // Spring: 02:30 does not exist on 29 March 2026, so the door opens at 03:30 summer time.
    assert_eq!(opening("2026-03-28", 3, "02:30", 2), Some(at("2026-03-29T03:30:00+02:00")));
    assert_eq!(opening("2026-03-28", 3, "02:30", 3), Some(at("2026-03-30T02:30:00+02:00")));
    // Autumn: 02:30 comes twice on 25 October 2026; the door opens at the first.
    assert_eq!(opening("2026-10-24", 3, "02:30", 2), Some(at("2026-10-25T02:30:00+02:00")));
    assert_eq!(opening("2028-02-28", 3, "08:00", 2), Some(at("2028-02-29T08:00:00+01:00")));
    assert_eq!(opening("2026-12-31", 2, "08:00", 2), Some(at("2027-01-01T08:00:00+01:00")));
}

#[test]
fn only_days_of_the_edition_have_an_opening() {
    assert_eq!(opening("2026-12-01", 24, "00:00", 0), None);
    assert_eq!(opening("2026-12-01", 24, "00:00", 25), None);
}

#[test]
fn an_impossible_schedule_names_the_part_that_is_wrong() {
    let parse = |first, days, time, zone| Schedule::parse(first, days, time, zone).expect_err("no schedule");
    assert_eq!(parse("2026-02-30", 24, "00:00", "UTC"), ScheduleError::FirstDay("2026-02-30".into()));
    assert_eq!(parse("2026-12-01", 0, "00:00", "UTC"), ScheduleError::Days(0));
    assert_eq!(parse("2026-12-01", 367, "00:00", "UTC"), ScheduleError::Days(367));
    assert_eq!(parse("2026-12-01", 24, "25:00", "UTC"), ScheduleError::OpensAt("25:00".into()));
    assert_eq!(parse("2026-12-01", 24, "00:00", "Mars/Olympus"), ScheduleError::Zone("Mars/Olympus".into()));
    assert_eq!(parse("9999-12-31", 24, "00:00", "UTC"), ScheduleError::FirstDay("9999-12-31".into()));
}

prop_compose! {
    /// An edition one of whose doors opens within three hours of a clock change, and that door.
    fn any_edition_over_a_change()(
        zone in prop::sample::select(&ZONES[..]),
        from in 0_i64..1_900_000_000, // seconds: to 2030
        minutes in -180_i64..180,
        before in 0_u64..40,
        after in 0_u16..40,
    ) -> (NaiveDate, u16, u16, NaiveTime, &'static str) {
        let tz = TimeZone::get(zone).expect("a zone");
        let from = Timestamp::from_second(from).expect("in range");
        let change = tz.following(from).next().map_or(from, |change| change.timestamp());
        // The wall clock as it was before the change, so that skipped times come up, too.
        let offset = tz.to_offset(change - SignedDuration::from_secs(1));
        let wall = offset.to_datetime(change) + SignedDuration::from_mins(minutes);
        let day = NaiveDate::from_ymd_opt(wall.year().into(), wall.month().cast_unsigned().into(), wall.day().cast_unsigned().into());
        let first = day.and_then(|day| day.checked_sub_days(Days::new(before))).expect("a date");
        let time = NaiveTime::from_hms_opt(wall.hour().cast_unsigned().into(), wall.minute().cast_unsigned().into(), 0);
        let door = u16::try_from(before + 1).expect("a day");
        (first, door, door + after, time.expect("a time"), zone)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn doors_near_a_clock_change_open_at_the_instant_of_the_other_library((first, day, days, time, zone) in any_edition_over_a_change()) {
        let opening = schedule(first, days, time, zone).opening_of(day).expect("a door");
        prop_assert_eq!(opening.as_millisecond(), oracle(first, day, time, zone.parse().expect("a zone")));
    }
}
