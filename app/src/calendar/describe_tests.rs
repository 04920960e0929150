//! What is told of a closed door, even when more is known of it.

use super::*;
use crate::calendar::EditionId;
use crate::calendar::edition::DoorOrder;
use crate::calendar::opening::Schedule;

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
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("a timestamp")
}

#[test]
fn a_closed_door_has_no_title_even_if_the_database_told_it() {
    let titles = (1..=4).map(|day| (day, (format!("Titel {day}"), Language::default()))).collect();
    let view = edition_view(
        &edition(SceneKind::Town, "06:00"),
        &titles,
        Vec::new(),
        at("2026-12-03T05:59:59.999+01:00"),
    );
    let told: Vec<_> = view.doors.iter().map(|door| door.title.as_deref()).collect();
    assert_eq!(told, [Some("Titel 1"), Some("Titel 2"), None, None]);
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
        let board = board(&edition, at(now));
        let told: Vec<_> = board.doors.iter().map(|(state, _)| state.as_str()).collect();
        assert_eq!(told, states, "{now}");
    }
}

#[test]
fn the_words_count_what_is_open_and_say_what_comes() {
    let words =
        |scene, opens_at, now: &str| standing(&edition(scene, opens_at), at(now)).replace('\u{a0}', " ");
    for (scene, opens_at, now, said) in [
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
        assert_eq!(words(scene, opens_at, now), said);
    }
}

#[test]
fn each_edition_has_its_own_order() {
    let windows = |order| Edition { order, ..edition(SceneKind::Town, "00:00") }.windows();
    assert_eq!(windows(DoorOrder::Fixed), [0, 1, 2, 3]);
    assert_eq!(windows(DoorOrder::Shuffled(2026)), crate::calendar::order::shuffled(4, 2026));
    assert_ne!(windows(DoorOrder::Shuffled(2026)), windows(DoorOrder::Shuffled(2025)));
    let view = edition_view(
        &Edition { order: DoorOrder::Shuffled(2026), ..edition(SceneKind::Town, "00:00") },
        &HashMap::new(),
        Vec::new(),
        at("2026-12-01T00:00+01:00"),
    );
    let placed: Vec<_> = view.doors.iter().map(|door| (door.day, door.window)).collect();
    assert_eq!(placed, (1..).zip(windows(DoorOrder::Shuffled(2026))).collect::<Vec<_>>());
}
