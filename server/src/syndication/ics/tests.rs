//! The file as other programs read it, line by line.

use app::calendar::store::{add_edition, public_editions};
use app::calendar::{EditionState, NewEdition, Schedule};
use app::db::Db;

use super::*;

async fn file(first_day: &str, days: i64, opens_at: &str, time_zone: &str, site: Option<&str>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("guldkorn.db")).await.unwrap();
    let edition = NewEdition {
        state: EditionState::Published,
        ..NewEdition::draft(
            "2026",
            "Guldkorn, en om dagen; varje dag till och med julafton och lite till efter det",
            Schedule::parse(first_day, days, opens_at, time_zone).unwrap(),
        )
    };
    let mut writer = db.write_content().await.unwrap();
    add_edition(&mut writer, &edition, "").await.unwrap();
    writer.commit().await.unwrap();
    let editions = public_editions(db.reader()).await.unwrap();
    write(&editions[0], &PublicIds::from_key("nyckel".to_owned()), site)
}

fn values<'a>(file: &'a str, name: &str) -> Vec<&'a str> {
    file.split("\r\n").filter_map(|line| line.strip_prefix(name)).collect()
}

#[tokio::test]
async fn one_event_a_day_when_people_are_awake() {
    let file = file("2026-12-01", 24, "00:00", "Europe/Stockholm", Some("https://www.example.se")).await;
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 24);
    let starts = values(&file, "DTSTART;TZID=Europe/Stockholm:");
    assert_eq!((starts[0], starts[23]), ("20261201T080000", "20261224T080000"));
    assert_eq!(values(&file, "SUMMARY:")[6], "Lucka 7 är öppen");
    assert_eq!(values(&file, "URL:")[6], "https://www.example.se/kalender/2026/lucka/7");
    let mut names = values(&file, "UID:");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 24);
    assert!(values(&file, "DTSTAMP:").iter().all(|stamp| *stamp == "20260101T000000Z"));
    assert_eq!(values(&file, "LAST-MODIFIED:"), values(&file, "DTSTAMP:"));
    assert_eq!(values(&file, "SEQUENCE:"), ["0"; 24]);
    assert_eq!(values(&file, "TRIGGER:"), ["PT0S"; 24]);
    assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    assert!(file.contains("NAME:Guldkorn\\, en om dagen\\; varje"));
}

#[tokio::test]
async fn neutral_words_name_neither_site_nor_doors() {
    let file = file("2026-12-01", 24, "00:00", "Europe/Stockholm", None).await;
    assert_eq!(values(&file, "SUMMARY:"), ["Påminnelse"; 24]);
    for word in ["ucka", "uldkorn", "http", "URL", "example"] {
        assert!(!file.contains(word), "{word}");
    }
}

#[tokio::test]
async fn the_clock_that_changes_among_the_days_is_written_out() {
    let file = file("2026-03-28", 3, "02:30", "Europe/Stockholm", None).await;
    let zone = file.split("END:VTIMEZONE").next().unwrap();
    let changes = values(zone, "DTSTART:");
    assert_eq!(changes, ["20251026T030000", "20260329T020000"]);
    assert_eq!(values(zone, "TZOFFSETFROM:"), ["+0200", "+0100"]);
    assert_eq!(values(zone, "TZOFFSETTO:"), ["+0100", "+0200"]);
    assert_eq!(values(zone, "TZNAME:"), ["CET", "CEST"]);
    assert!(zone.find("BEGIN:STANDARD") < zone.find("BEGIN:DAYLIGHT"));
    let starts = values(&file, "DTSTART;TZID=Europe/Stockholm:");
    assert_eq!(starts, ["20260328T080000", "20260329T080000", "20260330T080000"]);
}

#[tokio::test]
async fn a_zone_without_changes_has_one_rule() {
    let file = file("2026-12-01", 1, "08:00", "Etc/GMT-3", None).await;
    assert_eq!(values(&file, "DTSTART:"), ["19700101T000000"]);
    assert_eq!(values(&file, "TZOFFSETTO:"), ["+0300"]);
}
