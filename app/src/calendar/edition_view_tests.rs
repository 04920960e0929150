//! Tests that a closed door's view holds nothing more even when its title is given.

use super::*;
use crate::calendar::shuffle;
use crate::calendar::{DoorOrder, SceneKind, ShuffleSeed};

use super::testing::edition as town;

fn edition(scene: SceneKind, opens_at: &str) -> Edition {
    Edition { scene, ..town(opens_at) }
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("a timestamp")
}

#[test]
fn a_closed_door_has_no_title_even_when_one_is_given() {
    let titles = (1..=4).map(|day| (day, (format!("Titel {day}"), Language::default()))).collect();
    let view = edition_view(
        &edition(SceneKind::Town, "06:00"),
        &titles,
        Vec::new(),
        at("2026-12-03T05:59:59.999+01:00"),
    );
    let shown: Vec<_> = view.doors.iter().map(|door| door.title.as_deref()).collect();
    assert_eq!(shown, [Some("Titel 1"), Some("Titel 2"), None, None]);
    assert!(!serde_json::to_string(&view).expect("JSON").contains("Titel 3"));
}

#[test]
fn a_door_is_todays_from_its_opening_to_the_end_of_the_day() {
    let edition = edition(SceneKind::Town, "06:00");
    for (now, states) in [
        ("2026-12-02T05:59:59+01:00", ["open", "locked", "locked", "locked"]),
        ("2026-12-02T06:00:00+01:00", ["open", "today", "locked", "locked"]),
        ("2026-12-02T23:59:59+01:00", ["open", "today", "locked", "locked"]),
        ("2026-12-03T00:00:00+01:00", ["open", "open", "locked", "locked"]),
        ("2026-12-04T23:59:59+01:00", ["open", "open", "open", "today"]),
        ("2026-12-05T00:00:00+01:00", ["open", "open", "open", "open"]),
    ] {
        let shown = door_states(&edition, true, at(now));
        let shown: Vec<_> = shown.doors.iter().map(|(state, _)| state.as_str()).collect();
        assert_eq!(shown, states, "{now}");
    }
}

#[test]
fn the_status_text_counts_open_doors_and_names_the_next() {
    let text = |opens_at, now: &str| status_text(&town(opens_at), at(now)).replace('\u{a0}', " ");
    for (opens_at, now, expected) in [
        ("00:00", "2026-11-29T12:00+01:00", "Första luckan öppnas tisdag 1 december."),
        ("06:00", "2026-11-29T12:00+01:00", "Första luckan öppnas tisdag 1 december kl. 06.00."),
        ("00:00", "2026-11-30T12:00+01:00", "Första luckan öppnas i morgon."),
        ("00:00", "2026-12-01T12:00+01:00", "En lucka är öppen. Nästa öppnas i morgon."),
        ("06:00", "2026-12-04T05:59+01:00", "Tre luckor är öppna. Nästa öppnas i dag kl. 06.00."),
        ("00:00", "2026-12-04T12:00+01:00", "Alla 4 luckor är öppna."),
    ] {
        assert_eq!(text(opens_at, now), expected);
    }
}

#[test]
fn todays_door_has_a_link_while_it_is_today_and_has_a_text() {
    let edition = town("06:00");
    let link = |has_text, now| door_states(&edition, has_text, at(now)).today_html;
    let html = link(true, "2026-12-02T06:00:00+01:00");
    assert!(
        html.contains(r#"href="/kalender/2026/lucka/2""#) && html.contains("Öppna dagens lucka"),
        "{html}"
    );
    for (has_text, now) in [
        (false, "2026-12-02T06:00:00+01:00"),
        (true, "2026-12-02T05:59:59+01:00"),
        (true, "2026-11-30T12:00:00+01:00"),
        (true, "2026-12-05T00:00:00+01:00"),
    ] {
        assert!(!link(has_text, now).contains("href"), "{now}");
    }
}

#[test]
fn lead_and_reminders_are_those_of_before_during_and_after_the_season() {
    let edition = Edition {
        lead: "Under".into(),
        lead_before: "Före".into(),
        lead_after: "Efter".into(),
        ..town("06:00")
    };
    for (now, lead, has_reminders) in [
        ("2026-12-01T05:59:59+01:00", "Före", true),
        ("2026-12-01T06:00:00+01:00", "Under", true),
        ("2026-12-04T23:59:59+01:00", "Under", false),
        ("2026-12-05T00:00:00+01:00", "Efter", false),
    ] {
        let view = edition_view(&edition, &HashMap::new(), Vec::new(), at(now));
        assert_eq!(view.lead, lead, "{now}");
        assert_eq!(view.footer_html.contains("/kalender/2026.ics"), has_reminders, "{now}");
    }
}

#[test]
fn each_edition_has_its_own_order() {
    let shuffled = |seed| Edition {
        order: DoorOrder::Shuffled,
        seed: ShuffleSeed(seed),
        ..edition(SceneKind::Town, "00:00")
    };
    assert_eq!(edition(SceneKind::Town, "00:00").windows(), [0, 1, 2, 3]);
    assert_eq!(shuffled(2026).windows(), shuffle::windows(4, ShuffleSeed(2026)));
    assert_ne!(shuffled(2026).windows(), shuffled(2025).windows());
    let view = edition_view(&shuffled(2026), &HashMap::new(), Vec::new(), at("2026-12-01T00:00+01:00"));
    let placed: Vec<_> = view.doors.iter().map(|door| (door.day, door.window)).collect();
    assert_eq!(placed, (1..).zip(shuffled(2026).windows()).collect::<Vec<_>>());
}
