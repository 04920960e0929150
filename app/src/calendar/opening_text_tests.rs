use super::*;
use crate::calendar::edition_view::testing::edition;

fn at(text: &str) -> Timestamp {
    text.parse().expect("a timestamp")
}

#[test]
fn the_time_left_is_days_and_then_a_time_of_day() {
    let left = |opens_at, now| time_left(&edition(opens_at), 4, at(now)).replace('\u{a0}', " ");
    for (opens_at, now, expected) in [
        ("00:00", "2026-11-29T08:00+01:00", "Fem dagar kvar."),
        ("00:00", "2026-12-02T23:59+01:00", "Två dagar kvar."),
        ("00:00", "2026-12-03T08:00+01:00", "Luckan öppnas i natt klockan 00.00."),
        ("08:00", "2026-12-03T08:00+01:00", "Luckan öppnas i morgon klockan 08.00."),
        ("08:00", "2026-12-04T07:59+01:00", "Luckan öppnas i dag klockan 08.00."),
    ] {
        assert_eq!(left(opens_at, now), expected, "{now}");
    }
}

#[test]
fn a_day_of_another_year_has_its_year() {
    let day = |now| day_text(&edition("00:00"), 4, at(now)).replace('\u{a0}', " ");
    assert_eq!(day("2026-12-04T12:00+01:00"), "fredag 4 december");
    assert_eq!(day("2027-01-01T00:00+01:00"), "fredag 4 december 2026");
    assert_eq!(day("2025-12-31T23:59+01:00"), "fredag 4 december 2026");
}

#[test]
fn the_next_days_are_named_as_people_do() {
    let phrase = |opens_at, now| opening_phrase(&edition(opens_at), 4, at(now)).replace('\u{a0}', " ");
    assert_eq!(phrase("00:00", "2026-12-03T12:00+01:00"), "i morgon");
    assert_eq!(phrase("08:00", "2026-12-03T12:00+01:00"), "i morgon kl. 08.00");
    assert_eq!(phrase("08:00", "2026-12-04T07:00+01:00"), "i dag kl. 08.00");
    assert_eq!(phrase("00:00", "2026-12-02T12:00+01:00"), "fredag 4 december");
}
