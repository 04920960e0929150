//! Openings at other hours than midnight: an edition that opens at eight in New York, and scheduled texts without a
//! door.

use app::calendar::store::add_edition;
use app::calendar::{EditionId, EditionState, NewEdition, Schedule};
use app::posts::PostKind;
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, add_post};
use app::time::UnixMillis;
use http::StatusCode;

use crate::test_app::{TestApp, TestResponse, instant};

const LONG_BEFORE: &str = "2026-11-20T12:00:00+01:00";

fn post(kind: PostKind, slug: &str, from: Option<&str>) -> NewPost {
    NewPost {
        published: true,
        published_at: from.map(|from| instant(from).into()),
        ..NewPost::draft(kind, slug, format!("Titel {slug}")).with_content(|content| {
            content.body = format!("Text {slug}");
        })
    }
}

/// Adds an edition of five empty days from the first of December, at eight in New York: 14.00 in Sweden.
async fn edition(app: &TestApp) -> EditionId {
    let mut writer = app.state.db.write_content().await.unwrap();
    let edition = NewEdition {
        state: EditionState::Published,
        ..NewEdition::draft(
            "2026",
            "Kalendern",
            Schedule::parse("2026-12-01", 5, "08:00", "America/New_York").unwrap(),
        )
    };
    let id = add_edition(&mut writer, &edition, "").await.unwrap();
    writer.commit().await.unwrap();
    id
}

fn state(page: &TestResponse, day: u16) -> String {
    let rest = page.text().split(&format!(r#"data-door="{day}" data-state=""#)).nth(1).expect("a door");
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_cached_page_changes_at_each_opening_at_any_hour() {
    let app = TestApp::empty(LONG_BEFORE).await;
    edition(&app).await;
    for (at, second, third) in [
        ("2026-12-02T13:59:59.999+01:00", "locked", "locked"),
        ("2026-12-02T14:00:00+01:00", "today", "locked"),
        ("2026-12-03T05:59:59.999+01:00", "today", "locked"),
        // The day ends in the edition's own zone: at six in Sweden.
        ("2026-12-03T06:00:00+01:00", "open", "locked"),
        ("2026-12-03T13:59:59.999+01:00", "open", "locked"),
        ("2026-12-03T14:00:00+01:00", "open", "today"),
    ] {
        app.set_clock(at);
        for address in ["/kalender/2026", "/kalender/2026?vy=lista", "/"] {
            let page = app.get(address).await;
            assert_eq!((&*state(&page, 2), &*state(&page, 3)), (second, third), "{address} {at}");
        }
    }
}

#[tokio::test]
async fn no_page_may_be_cached_beyond_an_opening_at_any_hour() {
    let app = TestApp::empty("2026-12-02T13:59:30+01:00").await;
    edition(&app).await;
    for address in ["/", "/kalender/2026", "/blogg"] {
        assert_eq!(app.get(address).await.header("cache-control"), "public, max-age=30", "{address}");
    }
}

#[tokio::test]
async fn an_open_page_learns_when_to_poll_again() {
    let app = TestApp::empty(LONG_BEFORE).await;
    edition(&app).await;
    for (at, hours) in [
        ("2026-12-02T13:00:00+01:00", 1),  // the opening
        ("2026-12-02T14:00:00+01:00", 16), // the end of the day in New York
        ("2026-12-03T06:00:00+01:00", 8),  // the opening
        ("2026-12-05T14:00:00+01:00", 16), // after the last one: the end of its day
    ] {
        app.set_clock(at);
        let response = app.get("/api/calendar/board?slug=2026").await;
        let states: serde_json::Value = serde_json::from_str(response.text()).unwrap();
        assert_eq!(states["next_change_in"], hours * 3_600_000, "{at}");
    }
}

#[tokio::test]
async fn a_scheduled_text_without_a_door_is_public_from_its_time() {
    const TIME: &str = "2026-11-25T09:30:00+01:00";
    let app = TestApp::empty(LONG_BEFORE).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let kinds = [PostKind::Article, PostKind::Guldkorn, PostKind::Voice, PostKind::Page];
    for (number, kind) in (1..).zip(kinds) {
        add_post(&mut writer, &post(kind, &format!("vantar-{number}"), Some(TIME)), UnixMillis(0))
            .await
            .unwrap();
        add_post(&mut writer, &post(kind, &format!("aldrig-{number}"), None), UnixMillis(0)).await.unwrap();
        let draft =
            NewPost { published: false, ..post(kind, &format!("utkast-{number}"), Some(LONG_BEFORE)) };
        add_post(&mut writer, &draft, UnixMillis(0)).await.unwrap();
    }
    writer.commit().await.unwrap();

    for (at, is_public) in
        [("2026-11-25T09:29:59.999+01:00", false), (TIME, true), ("2026-11-25T09:29:59.999+01:00", false)]
    {
        app.set_clock(at);
        for address in
            ["/", "/blogg", "/roster", "/api/site/read?address=/blogg", "/api/site/read?address=/roster"]
        {
            let page = app.get(address).await;
            assert_eq!(page.text().contains("vantar-"), is_public, "{address} {at}");
            assert!(!page.text().contains("aldrig-") && !page.text().contains("utkast-"), "{address} {at}");
        }
        for (number, folder) in (1..).zip(["/inlagg", "/inlagg", "/roster", ""]) {
            for (name, status) in
                [("vantar", if is_public { 200 } else { 404 }), ("aldrig", 404), ("utkast", 404)]
            {
                let address = format!("{folder}/{name}-{number}");
                assert_eq!(app.get(&address).await.status, status, "{address} {at}");
            }
        }
    }
}

/// A text has one address: that of its kind.
#[tokio::test]
async fn no_text_is_shown_under_the_address_of_another_kind() {
    let app = TestApp::empty(LONG_BEFORE).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let kinds = [PostKind::Article, PostKind::Guldkorn, PostKind::Voice, PostKind::Page];
    for (number, kind) in (1..).zip(kinds) {
        add_post(
            &mut writer,
            &post(kind, &format!("text-{number}"), Some("2026-01-01T00:00Z")),
            UnixMillis(0),
        )
        .await
        .unwrap();
    }
    writer.commit().await.unwrap();
    for (number, home) in (1..).zip(["/inlagg", "/inlagg", "/roster", ""]) {
        for folder in ["/inlagg", "/roster", ""] {
            let status = if folder == home { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(app.get(&format!("{folder}/text-{number}")).await.status, status, "{folder} {number}");
        }
    }
}

/// The number of the blog's pages must not depend on scheduled texts.
#[tokio::test]
async fn the_length_of_the_blog_reveals_nothing_of_closed_doors() {
    let app = TestApp::empty(LONG_BEFORE).await;
    let edition = edition(&app).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    for number in 1..=9 {
        let article = post(PostKind::Article, &format!("artikel-{number}"), Some("2026-01-01T00:00Z"));
        add_post(&mut writer, &article, UnixMillis(0)).await.unwrap();
    }
    for day in 1..=5 {
        let id =
            add_post(&mut writer, &post(PostKind::Guldkorn, &format!("guldkorn-{day}"), None), UnixMillis(0))
                .await
                .unwrap();
        hang(&mut writer, edition, day, id).await.unwrap();
    }
    writer.commit().await.unwrap();
    for (at, pages) in [
        (LONG_BEFORE, 1),
        ("2026-12-01T14:00:00+01:00", 1),
        ("2026-12-02T13:59:59.999+01:00", 1),
        ("2026-12-02T14:00:00+01:00", 2),
    ] {
        app.set_clock(at);
        assert_eq!(app.get("/blogg").await.text().contains("sida=2"), pages == 2, "{at}");
        let second = app.get("/blogg?sida=2").await.status;
        assert_eq!(second, if pages == 2 { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{at}");
    }
}

/// A draft edition is not found: not at its address, not at a door's, not by a function, not in a list of others.
#[tokio::test]
async fn a_draft_edition_is_not_public() {
    let app = TestApp::empty("2026-12-03T15:00:00+01:00").await;
    edition(&app).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let draft = NewEdition {
        lead: "Hemlig rad".into(),
        introduction: "Hemlig inledning".into(),
        ..NewEdition::draft(
            "utkast",
            "Hemlig kalender",
            Schedule::parse("2026-12-02", 24, "00:00", "Europe/Stockholm").unwrap(),
        )
    };
    add_edition(&mut writer, &draft, "<p>Hemlig inledning</p>").await.unwrap();
    writer.commit().await.unwrap();
    for address in [
        "/kalender/utkast",
        "/kalender/utkast?vy=lista",
        "/kalender/utkast/lucka/1",
        "/kalender/utkast/lucka/24",
        "/api/calendar/edition?slug=utkast",
        "/api/calendar/board?slug=utkast",
        "/api/calendar/door?edition=utkast&day=1",
    ] {
        assert_eq!(app.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    for address in ["/", "/kalender", "/kalender/2026", "/kalender/2026/lucka/1", "/api/site/start"] {
        let response = app.get(address).await;
        let leaks = response.text().contains("Hemlig") || response.text().contains("utkast");
        assert!(!leaks && !response.header("location").contains("utkast"), "{address}");
    }
}

fn links<'a>(page: &'a TestResponse, rel: &str) -> Vec<&'a str> {
    let start = format!(r#"<a rel="{rel}" href=""#);
    page.text().split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[tokio::test]
async fn an_open_door_links_to_open_doors_only() {
    let app = TestApp::empty("2026-12-03T14:00:00+01:00").await;
    edition(&app).await;
    let door = |day: u16| format!("/kalender/2026/lucka/{day}");
    for (day, before, after) in [(1, None, Some(2)), (2, Some(1), Some(3)), (3, Some(2), None)] {
        let page = app.get(&door(day)).await;
        assert_eq!(links(&page, "prev"), before.map(door).as_slice(), "before {day}");
        assert_eq!(links(&page, "next"), after.map(door).as_slice(), "after {day}");
    }
    let closed = app.get(&door(4)).await;
    assert!(links(&closed, "prev").is_empty() && links(&closed, "next").is_empty());
    app.set_clock("2026-12-06T00:00:00+01:00");
    let last = app.get(&door(5)).await;
    assert!(links(&last, "next").is_empty(), "the last one");
}

/// A cached "i morgon" is shown no longer than it is true.
#[tokio::test]
async fn the_time_left_is_right_on_cached_pages() {
    let app = TestApp::empty(LONG_BEFORE).await;
    edition(&app).await;
    for (at, on_start, at_door) in [
        // Days begin in the edition's own zone: at six in Sweden.
        ("2026-11-29T05:59:59.999+01:00", "Tre dagar kvar", "Tre dagar kvar."),
        ("2026-11-29T06:00:00+01:00", "Två dagar kvar", "Två dagar kvar."),
        ("2026-11-30T06:00:00+01:00", "öppnas i morgon kl. 08.00.", "öppnas i morgon klockan 08.00."),
        ("2026-12-01T05:59:59.999+01:00", "öppnas i morgon kl. 08.00.", "öppnas i morgon klockan 08.00."),
        ("2026-12-01T06:00:00+01:00", "öppnas i dag kl. 08.00.", "öppnas i dag klockan 08.00."),
        ("2026-12-01T13:59:59.999+01:00", "öppnas i dag kl. 08.00.", "öppnas i dag klockan 08.00."),
    ] {
        app.set_clock(at);
        for (address, left) in [("/", on_start), ("/kalender/2026/lucka/1", at_door)] {
            let page = app.get(address).await.text().replace('\u{a0}', " ").replace("&nbsp;", " ");
            assert!(page.contains(left), "{address} {at}");
        }
    }
}

/// No opening follows the last one, and still its day ends.
#[tokio::test]
async fn the_last_door_is_todays_until_midnight() {
    let app = TestApp::demo("2026-12-24T12:00:00+01:00").await;
    for (at, last) in [
        ("2026-12-24T12:00:00+01:00", "today"),
        ("2026-12-24T23:59:59.999+01:00", "today"),
        ("2026-12-25T00:00:00+01:00", "open"),
    ] {
        app.set_clock(at);
        for address in ["/kalender/2026", "/kalender/2026?vy=lista", "/"] {
            assert_eq!(state(&app.get(address).await, 24), last, "{address} {at}");
        }
    }
}

/// The season begins 31 days before the first opening, at its hour.
#[tokio::test]
async fn the_season_begins_on_the_minute_on_cached_pages() {
    let app = TestApp::empty("2026-10-31T13:00:00+01:00").await;
    edition(&app).await;
    for (at, shown) in [("2026-10-31T13:59:59+01:00", false), ("2026-10-31T14:00:00+01:00", true)] {
        app.set_clock(at);
        assert_eq!(app.get("/").await.text().contains("data-door"), shown, "{at}");
    }
}
