//! Tests that a closed door's view holds nothing more even when its title is given.

use super::*;
use crate::calendar::moment::Part;
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
    let view =
        edition_view(&edition(SceneKind::Town, "06:00"), &titles, None, at("2026-12-03T05:59:59.999+01:00"));
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
        let shown = door_states(&edition, None, at(now));
        let shown: Vec<_> = shown.doors.iter().map(|(state, _)| state.as_str()).collect();
        assert_eq!(shown, states, "{now}");
    }
}

#[test]
fn the_head_names_the_day_and_links_to_its_door_when_it_has_a_text() {
    let edition = town("06:00");
    let head = |label: &str, has_text| {
        let today = TodaysDoor { day: 2, label: label.to_owned(), has_text };
        door_states(&edition, Some(today), at("2026-12-02T06:00:00+01:00")).moment.get(Part::Head)
    };
    let html = head("Lucia", true);
    assert!(html.contains(r#"href="/kalender/2026/lucka/2""#) && html.contains("Öppna lucka"), "{html}");
    assert!(html.contains("Onsdag 2\u{a0}december") && html.contains("Lucia"), "{html}");
    let html = head("", false);
    assert!(!html.contains("href") && !html.contains("day-name"), "{html}");
    assert!(
        !door_states(&edition, None, at("2026-12-02T05:59+01:00")).moment.get(Part::Head).contains("href")
    );
}

#[test]
fn light_and_closing_line_are_those_of_the_moment() {
    let edition = Edition { lead_last: "Alla lyser.".into(), ..town("06:00") };
    for (now, light, picture, closes) in [
        ("2026-12-01T05:59:59+01:00", "before", "#fore", false),
        ("2026-12-03T06:00:00+01:00", "during", "#d3", false),
        ("2026-12-04T05:59:59+01:00", "during", "#d3", false),
        ("2026-12-04T06:00:00+01:00", "finale", "#final", true),
        ("2026-12-05T00:00:00+01:00", "after", "#efter", false),
    ] {
        let moment = door_states(&edition, None, at(now)).moment;
        assert_eq!(moment.get(Part::Light), light, "{now}");
        assert!(moment.get(Part::Picture(0)).contains(picture), "{now}");
        assert_eq!(moment.get(Part::Head).contains("Alla lyser."), closes, "{now}");
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
        let view = edition_view(&edition, &HashMap::new(), None, at(now));
        assert!(view.heading_html.contains(&format!(">{lead}</p>")), "{now}");
        let footer = edition_footer(&edition, Vec::new(), Vec::new(), at(now));
        assert_eq!(footer.contains("/kalender/2026.ics"), has_reminders, "{now}");
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
    let view = edition_view(&shuffled(2026), &HashMap::new(), None, at("2026-12-01T00:00+01:00"));
    let placed: Vec<_> = view.doors.iter().map(|door| (door.day, door.window)).collect();
    assert_eq!(placed, (1..).zip(shuffled(2026).windows()).collect::<Vec<_>>());
}
