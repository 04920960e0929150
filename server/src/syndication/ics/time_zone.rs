//! The `VTIMEZONE` component: every change of the clock that matters to the events, for calendar programs without a
//! time-zone database.

use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::lines::Lines;

/// Returns the zone's name in the file.
pub(super) fn name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

/// Writes the zone's rules from before `first` until `last`.
pub(super) fn write(lines: &mut Lines, zone: &TimeZone, first: Timestamp, last: Timestamp) {
    lines.add("BEGIN:VTIMEZONE");
    lines.add(&format!("TZID:{}", name(zone)));
    // A change within the first day would come too late for an event on the same wall clock.
    let first = first.saturating_sub(SignedDuration::from_hours(48)).unwrap_or(Timestamp::MIN);
    let before = zone.preceding(first).next().map(|change| change.timestamp());
    if before.is_none() {
        observance(lines, zone, None, first);
    }
    let during = zone.following(first).map(|change| change.timestamp()).take_while(|at| *at <= last);
    for at in before.into_iter().chain(during) {
        observance(lines, zone, Some(at), at);
    }
    lines.add("END:VTIMEZONE");
}

/// Writes the rule that holds at an instant, from the change that began it; without a change, from 1970.
fn observance(lines: &mut Lines, zone: &TimeZone, change: Option<Timestamp>, at: Timestamp) {
    let rule = zone.to_offset_info(at);
    let before = change.and_then(|at| at.checked_sub(SignedDuration::from_secs(1)).ok());
    let from = before.map_or(rule.offset(), |before| zone.to_offset(before));
    let kind = if rule.dst() == Dst::Yes { "DAYLIGHT" } else { "STANDARD" };
    // The instant of the change, by the clock that was right until then.
    let start = change.map_or_else(
        || "19700101T000000".to_owned(),
        |at| from.to_datetime(at).strftime("%Y%m%dT%H%M%S").to_string(),
    );
    lines.add(&format!("BEGIN:{kind}"));
    lines.add(&format!("DTSTART:{start}"));
    lines.add(&format!("TZOFFSETFROM:{}", offset_value(from)));
    lines.add(&format!("TZOFFSETTO:{}", offset_value(rule.offset())));
    lines.add(&format!("TZNAME:{}", rule.abbreviation()));
    lines.add(&format!("END:{kind}"));
}

/// "+0100"
fn offset_value(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, seconds) = (if seconds < 0 { '-' } else { '+' }, seconds.abs());
    let rest = if seconds % 60 == 0 { String::new() } else { format!("{:02}", seconds % 60) };
    format!("{sign}{:02}{:02}{rest}", seconds / 3600, seconds / 60 % 60)
}
