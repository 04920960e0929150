//! The light of editions of all lengths, at the edges where it changes.

use super::*;

fn light(schedule: (&str, i64, &str, &str), now: &str) -> &'static str {
    let (first_day, days, opens_at, zone) = schedule;
    let schedule = Schedule::parse(first_day, days, opens_at, zone).expect("a schedule");
    Light::of(&schedule, now.parse().expect("an instant")).as_str()
}

#[test]
fn december_goes_through_four_lights() {
    let december = ("2026-12-01", 24, "00:00", "Europe/Stockholm");
    for (now, expected) in [
        ("2026-11-30T23:59:59.999+01:00", "before"),
        ("2026-12-01T00:00+01:00", "during"),
        ("2026-12-23T23:59:59.999+01:00", "during"),
        ("2026-12-24T00:00+01:00", "finale"),
        ("2026-12-24T23:59:59.999+01:00", "finale"),
        ("2026-12-25T00:00+01:00", "after"),
        ("2030-01-01T00:00+01:00", "after"),
    ] {
        assert_eq!(light(december, now), expected, "{now}");
    }
}

#[test]
fn the_last_day_is_like_the_others_until_its_door_opens() {
    let evenings = ("2026-12-01", 24, "18:00", "Europe/Stockholm");
    for (now, expected) in [
        ("2026-12-01T17:59:59+01:00", "before"),
        ("2026-12-01T18:00+01:00", "during"),
        ("2026-12-24T17:59:59+01:00", "during"),
        ("2026-12-24T18:00+01:00", "finale"),
        ("2026-12-25T00:00+01:00", "after"),
    ] {
        assert_eq!(light(evenings, now), expected, "{now}");
    }
}

#[test]
fn an_edition_of_one_day_goes_straight_to_its_finale() {
    let day = ("2026-06-06", 1, "09:00", "Europe/Stockholm");
    assert_eq!(light(day, "2026-06-06T08:59:59+02:00"), "before");
    assert_eq!(light(day, "2026-06-06T09:00+02:00"), "finale");
    assert_eq!(light(day, "2026-06-07T00:00+02:00"), "after");
}

#[test]
fn an_edition_of_ninety_nine_days_ends_on_its_own_last_day() {
    let long = ("2026-09-24", 99, "00:00", "Europe/Stockholm");
    assert_eq!(light(long, "2026-12-24T12:00+01:00"), "during");
    assert_eq!(light(long, "2026-12-31T00:00+01:00"), "finale");
    assert_eq!(light(long, "2027-01-01T00:00+01:00"), "after");
}

#[test]
fn days_are_those_of_the_editions_own_zone() {
    let anchorage = ("2026-12-01", 24, "00:00", "America/Anchorage");
    assert_eq!(light(anchorage, "2026-12-01T08:59:59Z"), "before");
    assert_eq!(light(anchorage, "2026-12-01T09:00Z"), "during");
    assert_eq!(light(anchorage, "2026-12-25T08:59:59Z"), "finale");
    assert_eq!(light(anchorage, "2026-12-25T09:00Z"), "after");
    let auckland = ("2026-12-01", 24, "00:00", "Pacific/Auckland");
    assert_eq!(light(auckland, "2026-12-23T11:00Z"), "finale");
    assert_eq!(light(auckland, "2026-12-24T11:00Z"), "after");
}
