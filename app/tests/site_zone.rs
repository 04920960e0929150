//! The site's time zone decides days and times. A process of its own, since the zone is the process's.

use app::time::{at_home, month_span, next_midnight, parse_local, set_site_zone, site_zone, to_local};

#[test]
fn days_and_times_follow_the_zone_that_the_owner_chose() {
    let evening: jiff::Timestamp = "2026-11-30T20:00:00Z".parse().expect("an instant");
    assert_eq!(at_home(evening).date().to_string(), "2026-11-30", "Stockholm, until somebody chooses");
    set_site_zone("Asia/Tokyo");
    assert_eq!(site_zone().iana_name(), Some("Asia/Tokyo"));
    assert_eq!(at_home(evening).date().to_string(), "2026-12-01");
    assert_eq!(next_midnight(evening).to_string(), "2026-12-01T15:00:00Z");
    let morning = parse_local("2026-12-01T05:00").expect("a time");
    assert_eq!((morning, &*to_local(morning)), (evening.into(), "2026-12-01T05:00"));
    assert!(month_span(2026, 12).expect("a month").contains(&evening.into()));
    set_site_zone("Mars/Olympus");
    assert_eq!(at_home(evening).offset(), jiff::tz::Offset::UTC, "an unknown zone is none");
}
