//! Tests that a closed door's view holds nothing more even when its title is given.

use super::*;
use crate::calendar::shuffle;
use crate::calendar::{DoorOrder, EditionId, Schedule, ShuffleSeed};

fn edition(scene: SceneKind, opens_at: &str) -> Edition {
    Edition {
        id: EditionId(1),
        slug: "2026".into(),
        title: "Kalendern".into(),
        lead: String::new(),
        introduction_html: String::new(),
        schedule: Schedule::parse("2026-12-01", 4, opens_at, "Europe/Stockholm").expect("a schedule"),
        scene,
        order: DoorOrder::Fixed,
        seed: ShuffleSeed::default(),
    }
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
        let shown = door_states(&edition, at(now));
        let shown: Vec<_> = shown.doors.iter().map(|(state, _)| state.as_str()).collect();
        assert_eq!(shown, states, "{now}");
    }
}

#[test]
fn the_status_text_counts_open_doors_and_names_the_next() {
    let text =
        |scene, opens_at, now: &str| status_text(&edition(scene, opens_at), at(now)).replace('\u{a0}', " ");
    for (scene, opens_at, now, expected) in [
        (SceneKind::Town, "00:00", "2026-11-30T12:00+01:00", "Första luckan öppnas tisdag 1 december."),
        (
            SceneKind::Town,
            "06:00",
            "2026-11-30T12:00+01:00",
            "Första luckan öppnas tisdag 1 december kl. 06.00.",
        ),
        (
            SceneKind::Town,
            "00:00",
            "2026-12-01T12:00+01:00",
            "Ett fönster lyser. Nästa lucka öppnas onsdag 2 december.",
        ),
        (
            SceneKind::Grid,
            "00:00",
            "2026-12-03T12:00+01:00",
            "Tre luckor är öppna. Nästa öppnas fredag 4 december.",
        ),
        (SceneKind::Town, "00:00", "2026-12-04T12:00+01:00", "Alla 4 fönster lyser."),
    ] {
        assert_eq!(text(scene, opens_at, now), expected);
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
