//! The calendar file of an edition.

use http::StatusCode;

use super::{AT_ONCE, BEFORE, change, site};

#[tokio::test]
async fn the_file_is_the_same_before_and_after_an_opening() {
    let app = site(BEFORE).await;
    let before = app.get("/kalender/2026.ics").await;
    assert_eq!(before.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(before.text().matches("BEGIN:VEVENT").count(), 5, "every door, open or not");
    assert!(before.text().contains("SUMMARY:Lucka 5 är öppen\r\n"));
    assert!(before.text().contains("URL:http://127.0.0.1:3000/kalender/2026/lucka/5\r\n"));
    app.set_clock("2026-12-31T12:00:00+01:00");
    assert_eq!(app.get("/kalender/2026.ics").await.body, before.body);
    change(&app, "update posts set title = 'Nytt', updated_at = 99").await;
    change(&app, "update doors set label = 'Lucia'").await;
    assert_eq!(app.get("/kalender/2026.ics").await.body, before.body, "it knows of no text");
}

#[tokio::test]
async fn a_neutral_file_reveals_nothing() {
    let app = site(AT_ONCE).await;
    let neutral = app.get("/kalender/2026.ics?neutral=1").await;
    assert_eq!(neutral.text().matches("SUMMARY:Påminnelse\r\n").count(), 5);
    for word in ["ucka", "uldkorn", "alendern 2026", "http"] {
        assert!(!neutral.text().contains(word), "{word}");
    }
    assert_ne!(app.get("/kalender/2026.ics").await.body, neutral.body, "the other one is kept beside it");
}

#[tokio::test]
async fn the_editions_page_links_to_both() {
    let app = site(AT_ONCE).await;
    let page = app.get("/kalender/2026").await;
    for link in ["/kalender/2026.ics", "/kalender/2026.ics?neutral=1"] {
        assert!(page.text().contains(&format!(r#"rel="external" href="{link}""#)), "{link}");
    }
}

#[tokio::test]
async fn missing_editions_have_no_file() {
    let app = site(AT_ONCE).await;
    change(&app, "update editions set state = 'draft'").await;
    for address in ["/kalender/2026.ics", "/kalender/1999.ics", "/kalender/.ics", "/kalender/2026.ics.ics"] {
        assert_eq!(app.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn a_change_of_time_moves_stamp_and_sequence_and_says_nothing_else() {
    let app = site(AT_ONCE).await;
    let before = app.get("/kalender/2026.ics").await;
    assert!(
        before.text().contains("DTSTAMP:20260101T000000Z\r\n") && before.text().contains("SEQUENCE:0\r\n")
    );
    change(
        &app,
        "update editions set opens_at = '09:30', reminds_at = '07:00', reschedulings = 1, rescheduled_at = 1796115600000",
    )
    .await;
    let after = app.get("/kalender/2026.ics").await;
    let after = after.text();
    assert_eq!(
        after.matches("DTSTAMP:20261201T090000Z\r\nLAST-MODIFIED:20261201T090000Z\r\nSEQUENCE:1\r\n").count(),
        5
    );
    assert!(
        after.contains("DTSTART;TZID=Europe/Stockholm:20261202T093000\r\n"),
        "never before the door opens"
    );
    let neutral = app.get("/kalender/2026.ics?neutral=1").await;
    assert_eq!(
        neutral.text().matches("ACTION:DISPLAY\r\nDESCRIPTION:Påminnelse\r\nTRIGGER:PT0S\r\n").count(),
        5
    );
}
