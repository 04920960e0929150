//! Every door of the demo editions: closed a second before its opening, open from then on.

use http::StatusCode;
use scraper::{Html, Selector};

use crate::test_app::TestApp;

/// Returns the days of an edition with the instant a second before their opening and the opening itself.
fn moments(year: u16) -> impl Iterator<Item = (u16, String, String)> {
    (1..=24_u16).map(move |day| {
        let before = match day {
            1 => format!("{year}-11-30T23:59:59+01:00"),
            _ => format!("{year}-12-{:02}T23:59:59+01:00", day - 1),
        };
        (day, before, format!("{year}-12-{day:02}T00:00:00+01:00"))
    })
}

/// Returns the states of the doors on a page, in document order.
fn states(page: &str) -> Vec<(u16, String)> {
    let doors = Selector::parse("a[data-door]").unwrap();
    Html::parse_document(page)
        .select(&doors)
        .map(|door| {
            let day = door.attr("data-door").unwrap().parse().unwrap();
            (day, door.attr("data-state").unwrap().to_owned())
        })
        .collect()
}

fn expected(open: u16, today: bool) -> Vec<(u16, String)> {
    let state = |day| match day {
        day if day > open => "locked",
        day if day == open && today => "today",
        _ => "open",
    };
    (1..=24).map(|day| (day, state(day).to_owned())).collect()
}

#[tokio::test]
async fn each_door_opens_at_its_midnight_and_not_a_second_before() {
    for year in [2025, 2026] {
        let app = TestApp::demo("2024-06-01T00:00:00+02:00").await;
        for (day, before, at) in moments(year) {
            let door = format!("/kalender/{year}/lucka/{day}");
            app.set_clock(&before);
            assert_eq!(app.get(&door).await.status, StatusCode::FORBIDDEN, "{before}");
            app.set_clock(&at);
            assert_eq!(app.get(&door).await.status, StatusCode::OK, "{at}");
        }
        app.set_clock("2036-02-29T12:00:00+01:00");
        for day in 1..=24 {
            let door = format!("/kalender/{year}/lucka/{day}");
            assert_eq!(app.get(&door).await.status, StatusCode::OK, "{door} ten years later");
        }
    }
}

#[tokio::test]
async fn scene_list_and_start_page_agree_with_the_clock() {
    let app = TestApp::demo("2026-06-01T00:00:00+02:00").await;
    for (day, before, at) in moments(2026) {
        for (clock, open, today) in [(before, day - 1, day > 1), (at, day, true)] {
            app.set_clock(&clock);
            for page in ["/kalender/2026", "/kalender/2026?vy=lista", "/"] {
                let response = app.get(page).await;
                assert_eq!(states(response.text()), expected(open, today), "{page} {clock}");
            }
        }
    }
}

#[tokio::test]
async fn a_closed_door_is_a_number_and_a_time() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    let page = app.get("/kalender/2026/lucka/8").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let heading = Selector::parse("main h1").unwrap();
    let page = Html::parse_document(page.text());
    let heading: String = page.select(&heading).next().unwrap().text().collect();
    assert_eq!(heading.replace('\u{a0}', " "), "Luckan öppnas tisdag 8 december");
}

#[tokio::test]
async fn the_start_page_counts_down_before_and_looks_back_after_the_season() {
    const LOOKS_BACK: &str = "Det här var 2026";
    let app = TestApp::demo("2026-11-25T08:00:00+01:00").await;
    for (at, said, looks_back) in [
        ("2026-06-01T08:00:00+02:00", Some("183 dagar kvar till"), false),
        ("2026-11-25T08:00:00+01:00", Some("Sex dagar kvar"), false),
        ("2026-12-24T23:59:59+01:00", None, false),
        ("2026-12-25T00:00:00+01:00", None, true),
        ("2027-01-06T23:59:59+01:00", None, true),
        ("2027-01-07T00:00:00+01:00", None, false),
    ] {
        app.set_clock(at);
        let page = app.get("/").await;
        let html = Html::parse_document(page.text());
        let band: String =
            html.select(&Selector::parse("main .band").unwrap()).flat_map(|b| b.text()).collect();
        let band = band.replace('\u{a0}', " ");
        assert!(said.is_none_or(|said| band.contains(said)), "{at}: {band}");
        assert!(
            band.matches("örsta luckan öppnas").count() + band.matches("öppnas första luckan").count() <= 1
        );
        assert_eq!(band.contains(LOOKS_BACK), looks_back, "{at}");
    }
}

#[tokio::test]
async fn addresses_outside_the_calendar_are_not_found() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    for address in [
        "/kalender/2026/lucka/0",
        "/kalender/2026/lucka/25",
        "/kalender/2026/lucka/007",
        "/kalender/2026/lucka/+7",
        "/kalender/2026/lucka/7.0",
        "/kalender/2026/lucka/65543",
        "/kalender/2026/lucka/sju",
        "/kalender/1999",
        "/kalender/1999/lucka/1",
    ] {
        assert_eq!(app.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn the_calendar_redirects_to_the_edition_of_the_season() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    for (at, edition) in [
        ("2026-06-01T12:00:00+02:00", "2025"),
        ("2026-10-30T12:00:00+01:00", "2025"),
        ("2026-11-01T12:00:00+01:00", "2026"),
        ("2026-12-24T00:00:00+01:00", "2026"),
        ("2027-06-01T12:00:00+02:00", "2026"),
    ] {
        app.set_clock(at);
        let response = app.get("/kalender").await;
        assert_eq!(response.status, StatusCode::FOUND, "{at}");
        assert_eq!(response.header("location"), format!("/kalender/{edition}"), "{at}");
    }
}

#[tokio::test]
async fn today_leads_to_the_open_door_of_the_day_and_otherwise_to_the_edition() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    for (at, path, fresh) in [
        ("2026-06-01T12:00:00+02:00", "/kalender/2025", 60),
        ("2026-11-30T23:59:50+01:00", "/kalender/2026", 10),
        ("2026-12-01T00:00:00+01:00", "/kalender/2026/lucka/1", 60),
        ("2026-12-12T23:59:59+01:00", "/kalender/2026/lucka/12", 1),
        ("2026-12-24T09:00:00+01:00", "/kalender/2026/lucka/24", 60),
        ("2026-12-25T00:00:00+01:00", "/kalender/2026", 60),
        ("2027-03-10T12:00:00+01:00", "/kalender/2026", 60),
    ] {
        app.set_clock(at);
        let response = app.get("/kalender/idag").await;
        assert_eq!((response.status, response.header("location")), (StatusCode::FOUND, path), "{at}");
        assert_eq!(response.header("cache-control"), format!("public, max-age={fresh}"), "{at}");
    }
    app.set_clock("2026-12-12T08:00:00+01:00");
    // The client gets no empty edition that it would take for a real one.
    let client = [("accept", "application/json"), ("content-type", "application/x-www-form-urlencoded")];
    let response = app.get_with("/api/calendar/edition?slug=idag", &client).await;
    assert_eq!((response.status.as_u16(), response.header("location")), (404, "/kalender/2026/lucka/12"));
    // A door without a text is no guldkorn of the day, and nothing promises one.
    assert!(app.get("/").await.text().contains("Öppna lucka"));
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update doors set post_id = null where day = 12").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    assert_eq!(app.get("/kalender/idag").await.header("location"), "/kalender/2026");
    for address in ["/", "/kalender/2026", "/api/calendar/board?slug=2026"] {
        assert!(!app.get(address).await.text().contains("Öppna lucka"), "{address}");
    }
}

#[tokio::test]
async fn the_link_to_todays_door_comes_before_all_doors() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    let links = Selector::parse("main .band a[href]").unwrap();
    for (at, day) in [("2026-12-12T08:00:00+01:00", 12), ("2026-12-24T09:00:00+01:00", 24)] {
        app.set_clock(at);
        let door = format!("/kalender/2026/lucka/{day}");
        for address in ["/", "/kalender/2026", "/kalender/2026?vy=lista"] {
            let page = app.get(address).await;
            let html = Html::parse_document(page.text());
            let first =
                html.select(&links).find(|link| link.attr("href").unwrap().contains("/lucka/")).unwrap();
            assert_eq!(first.attr("href"), Some(&*door), "{address} {at}");
            assert_eq!(first.text().collect::<String>(), format!("Öppna lucka {day}"), "{address}");
        }
    }
    for at in ["2026-11-26T10:00:00+01:00", "2026-12-25T00:00:00+01:00", "2027-03-10T12:00:00+01:00"] {
        app.set_clock(at);
        for address in ["/", "/kalender/2026"] {
            assert!(!app.get(address).await.text().contains("Öppna lucka"), "{address} {at}");
        }
    }
}

#[tokio::test]
async fn a_door_of_another_year_names_its_year() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    let shown = async |address: &str| app.get(address).await.text().replace('\u{a0}', " ");
    assert!(shown("/kalender/2025/lucka/7").await.contains("söndag 7 december 2025"));
    assert!(!shown("/kalender/2026/lucka/7").await.contains("måndag 7 december 2026"));
}

#[tokio::test]
async fn an_edition_has_the_texts_of_its_season_and_no_heading_twice() {
    let app = TestApp::demo("2026-12-07T08:00:00+01:00").await;
    for (at, says, reminds) in [
        ("2026-11-26T10:00:00+01:00", "tänds ett nytt fönster varje dag", true),
        ("2026-12-07T08:00:00+01:00", "Ett nytt fönster lyser varje dag", true),
        ("2027-03-10T12:00:00+01:00", "Tack för att du tittade in.", false),
    ] {
        app.set_clock(at);
        let page = app.get("/kalender/2026").await;
        let html = Html::parse_document(page.text());
        let texts = |what: &str| -> Vec<String> {
            html.select(&Selector::parse(what).unwrap()).map(|found| found.text().collect()).collect()
        };
        let intro = texts("main .band .motto").join(" ");
        let mood = ["tänds ett nytt", "Ett nytt fönster lyser", "Tack för att"];
        assert!(intro.contains(says), "{at}: {intro}");
        assert_eq!(mood.iter().filter(|words| intro.contains(**words)).count(), 1, "{at}: {intro}");
        assert_eq!(page.text().contains("/kalender/2026.ics"), reminds, "{at}");
        assert!(!texts("main h2").contains(&texts("main h1")[0]), "{at}");
    }
}

#[tokio::test]
async fn without_an_edition_the_pages_still_work() {
    let app = TestApp::empty("2026-12-07T08:00:00+01:00").await;
    let heading = Selector::parse("main h1").unwrap();
    for (vision, name, expected) in
        [("", "Guldkorn", "Guldkorn"), ("Mod", "Guldkorn", "Mod"), ("", "", "Välkommen")]
    {
        let mut writer = app.state.db.write_content().await.unwrap();
        sqlx::query("update site_settings set vision = $1, name = $2")
            .bind(vision)
            .bind(name)
            .execute(&mut *writer)
            .await
            .unwrap();
        writer.commit().await.unwrap();
        let page = app.get("/").await;
        let html = Html::parse_document(page.text());
        assert_eq!(html.select(&heading).next().unwrap().text().collect::<String>(), expected);
    }
    assert_eq!(app.get("/kalender/idag").await.header("location"), "/kalender");
    for address in ["/", "/kalender", "/blogg", "/roster"] {
        assert_eq!(app.get(address).await.status, StatusCode::OK, "{address}");
    }
}
