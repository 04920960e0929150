//! Instants in Swedish words, beside the present one where that makes them shorter.

use jiff::civil::Date;

use crate::time::{
    HOUR, MINUTE, UnixMillis, at_home, clock_time, date, date_with_year, from_millis, weekday_and_date,
    weekday_date_and_time,
};

/// Formats an instant as "7 december 2026 kl. 08.00".
pub(super) fn date_and_time(millis: UnixMillis) -> String {
    let at = at_home(from_millis(millis));
    format!("{} {}", date_with_year(at.date()), clock_time(at.time()))
}

/// Formats an instant as "måndag 7 december 2026 kl. 08.00".
pub(super) fn long_date_and_time(millis: UnixMillis) -> String {
    let at = at_home(from_millis(millis));
    format!("{} {} {}", weekday_and_date(at.date()), at.year(), clock_time(at.time()))
}

/// Formats an instant of today as "14.32", another with its date.
pub(super) fn time_today_or_date(millis: UnixMillis, now: UnixMillis) -> String {
    let (at, now) = (at_home(from_millis(millis)), at_home(from_millis(now)));
    if at.date() == now.date() {
        format!("{:02}.{:02}", at.hour(), at.minute())
    } else {
        date_and_time(millis)
    }
}

/// Says how long ago an instant was: "nyss", "för 2 timmar sedan", "i går kl. 14.32", "3 december".
pub(super) fn ago(millis: UnixMillis, now: UnixMillis) -> String {
    let (at, here) = (at_home(from_millis(millis)), at_home(from_millis(now)));
    match now - millis {
        ..MINUTE => "nyss".into(),
        passed @ ..HOUR => count(passed / MINUTE, "för 1 minut sedan", "minuter"),
        passed if at.date() == here.date() => count(passed / HOUR, "för 1 timme sedan", "timmar"),
        _ if days(at.date(), here.date()) == 1 => format!("i går {}", clock_time(at.time())),
        _ if at.year() == here.year() => date(at.date()),
        _ => date_with_year(at.date()),
    }
}

/// Says how many days ago an instant was: "i dag", "i går", "för 3 dagar sedan".
pub(super) fn days_ago(millis: UnixMillis, now: UnixMillis) -> String {
    match days(at_home(from_millis(millis)).date(), at_home(from_millis(now)).date()) {
        ..=0 => "i dag".into(),
        1 => "i går".into(),
        days => format!("för {days} dagar sedan"),
    }
}

fn count(number: i64, one: &str, many: &str) -> String {
    if number == 1 { one.into() } else { format!("för {number} {many} sedan") }
}

/// Formats an instant to come as "måndag 7 december kl. 08.00", with the year unless it is this one.
pub(super) fn upcoming(millis: UnixMillis, now: UnixMillis) -> String {
    let (at, here) = (at_home(from_millis(millis)), at_home(from_millis(now)));
    if at.year() == here.year() {
        weekday_date_and_time(at.date(), at.time())
    } else {
        long_date_and_time(millis)
    }
}

/// Says how far away the day of an instant is: "i dag", "i morgon", "om 3 dagar".
pub(super) fn days_until(millis: UnixMillis, now: UnixMillis) -> String {
    match days(at_home(from_millis(now)).date(), at_home(from_millis(millis)).date()) {
        ..=0 => "i dag".into(),
        1 => "i morgon".into(),
        days => format!("om {days} dagar"),
    }
}

/// Names the day of an instant to come: "i dag", "i morgon", "på onsdag"; a week or more from now "måndag 14 december".
pub(super) fn upcoming_day(millis: UnixMillis, now: UnixMillis) -> String {
    let day = at_home(from_millis(millis)).date();
    match days(at_home(from_millis(now)).date(), day) {
        2..=6 => {
            let words = weekday_and_date(day);
            format!("på {}", words.split(' ').next().unwrap_or_default())
        }
        7.. => weekday_and_date(day),
        _ => days_until(millis, now),
    }
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_local;

    fn at(local: &str) -> UnixMillis {
        parse_local(local).expect("a time")
    }

    #[test]
    fn the_past_is_in_everyday_words() {
        let now = at("2026-12-07T08:00");
        for (then, words) in [
            ("2026-12-07T08:01", "nyss"),
            ("2026-12-07T07:59", "för 1 minut sedan"),
            ("2026-12-07T07:01", "för 59 minuter sedan"),
            ("2026-12-07T07:00", "för 1 timme sedan"),
            ("2026-12-07T00:10", "för 7 timmar sedan"),
            ("2026-12-06T23:00", "i går kl.\u{a0}23.00"),
            ("2026-12-05T23:59", "5\u{a0}december"),
            ("2025-12-07T08:00", "7\u{a0}december 2025"),
        ] {
            assert_eq!(ago(at(then), now), words, "{then}");
        }
        assert_eq!(ago(at("2026-12-06T23:50"), at("2026-12-07T00:10")), "för 20 minuter sedan");
    }

    #[test]
    fn the_days_since_are_counted_by_the_calendar() {
        let now = at("2026-12-07T08:00");
        for (then, words) in [
            ("2026-12-07T09:00", "i dag"),
            ("2026-12-07T00:00", "i dag"),
            ("2026-12-06T23:59", "i går"),
            ("2026-12-04T23:00", "för 3 dagar sedan"),
            ("2026-11-07T08:00", "för 30 dagar sedan"),
        ] {
            assert_eq!(days_ago(at(then), now), words, "{then}");
        }
    }

    #[test]
    fn the_future_is_in_days() {
        let now = at("2026-12-07T22:00");
        for (then, far, day) in [
            ("2026-12-07T23:00", "i dag", "i dag"),
            ("2026-12-08T00:00", "i morgon", "i morgon"),
            ("2026-12-09T00:00", "om 2 dagar", "på onsdag"),
            ("2026-12-13T00:00", "om 6 dagar", "på söndag"),
            ("2026-12-14T00:00", "om 7 dagar", "måndag 14\u{a0}december"),
        ] {
            assert_eq!(
                (days_until(at(then), now), upcoming_day(at(then), now)),
                (far.into(), day.into()),
                "{then}"
            );
        }
        assert_eq!(upcoming(at("2026-12-08T00:00"), now), "tisdag 8\u{a0}december kl.\u{a0}00.00");
        assert_eq!(upcoming(at("2027-01-01T08:00"), now), "fredag 1\u{a0}januari 2027 kl.\u{a0}08.00");
    }
}
