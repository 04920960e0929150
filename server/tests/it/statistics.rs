//! How often texts were read: a month of known visits gives exactly the known sums, and nothing under five.

use std::collections::BTreeMap;

use app::staff::Role;
use axum::body::Body;
use http::{Method, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::browser::Browser;
use crate::test_app::{TestApp, TestResponse};

const FIREFOX: (&str, &str) =
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
const GOOGLE: (&str, &str) =
    ("user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
const DOOR: &str = "/kalender/2026/lucka/3";

/// The demo site without the numbers that it begins with.
async fn site(at: &str) -> TestApp {
    let app = TestApp::demo(at).await;
    let mut tx = app.state.db.write_quietly().await.unwrap();
    sqlx::query("delete from text_reads").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    app
}

/// A text with the addresses where readers find it.
struct Text {
    id: i64,
    title: String,
    is_sensitive: bool,
    /// The door that it hangs on, which opens on the day of the same number.
    door: Option<i64>,
    addresses: Vec<String>,
}

/// Two texts on doors, a sensitive one, an article, a voice and a page.
async fn texts(app: &TestApp) -> Vec<Text> {
    let rows: Vec<(i64, String, bool, String, String, Option<i64>)> = sqlx::query_as(
        "select p.id, p.title, p.sensitive, p.kind, p.slug, d.day from posts p left join doors d on d.post_id = p.id
         left join editions e on e.id = d.edition_id
         where e.slug = '2026' and d.day in (3, 5, 9) or p.slug in ('vem-haller-i-tradarna', 'om')
             or p.id = (select min(id) from posts where kind = 'voice' and public_from is not null and sensitive = 0)
         order by p.id",
    )
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    let text = |(id, title, is_sensitive, kind, slug, door): (_, _, _, String, String, Option<i64>)| {
        let own = match &*kind {
            "page" => format!("/{slug}"),
            "voice" => format!("/roster/{slug}"),
            _ => format!("/inlagg/{slug}"),
        };
        let on_door = door.map(|day| format!("/kalender/2026/lucka/{day}"));
        Text { id, title, is_sensitive, door, addresses: on_door.into_iter().chain([own]).collect() }
    };
    let texts: Vec<_> = rows.into_iter().map(text).collect();
    assert_eq!((texts.len(), texts.iter().filter(|text| text.is_sensitive).count()), (6, 1));
    texts
}

fn read_by_client(address: &str) -> String {
    format!("/api/site/read?address={}", utf8_percent_encode(address, NON_ALPHANUMERIC))
}

/// A reader comes to a text in one of the ways that there are.
async fn visit(app: &TestApp, text: &Text, way: usize) {
    let own = text.addresses.last().unwrap();
    let response = match (way % 5, text.door) {
        (0, _) => app.get_with(&text.addresses[0], &[FIREFOX]).await,
        (1, _) => {
            // Without the name of a browser this first one is none that is counted.
            let etag = app.get(own).await.header("etag").to_owned();
            let again = app.get_with(own, &[FIREFOX, ("if-none-match", &etag)]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED);
            return;
        }
        (2, Some(day)) => {
            app.get_with(&format!("/api/calendar/door?edition=2026&day={day}"), &[FIREFOX]).await
        }
        // Past the front, to the router.
        (3, _) => app.get_with(own, &[FIREFOX, ("cookie", "annan=1")]).await,
        _ => app.get_with(&read_by_client(&text.addresses[0]), &[FIREFOX]).await,
    };
    assert_eq!(response.status, StatusCode::OK, "{}", text.title);
}

/// All that asks for a text and is no reader, or no reading.
async fn make_noise(app: &TestApp, text: &Text, session: &str) {
    for address in &text.addresses {
        for headers in [
            &[GOOGLE][..],
            &[],
            &[FIREFOX, ("sec-purpose", "prefetch;prerender")],
            &[FIREFOX, ("purpose", "prefetch")],
            &[FIREFOX, ("cookie", session)],
        ] {
            app.get_with(address, headers).await;
            app.get_with(&read_by_client(address), headers).await;
        }
        app.send(Method::HEAD, address, &[FIREFOX], Body::empty()).await;
    }
}

/// What shows texts, but none to be read, and what shows nothing.
async fn make_other_visits(app: &TestApp) {
    for address in [
        "/",
        "/blogg",
        "/roster",
        "/kalender/2026",
        "/kalender/2026/las",
        "/kalender/2026/ram",
        "/kalender/2026/vagg",
        "/kalender/2026/lucka/24",
        "/kalender/2026/lucka/25",
        "/inlagg/finns-inte",
        "/feed.xml",
        "/api/calendar/door?edition=2026&day=24",
        "/api/calendar/board?slug=2026",
    ] {
        app.get_with(address, &[FIREFOX]).await;
    }
}

/// How often a text is visited on a day of December: from never to eight times.
fn times(text: &Text, day: i64) -> usize {
    if text.door.is_some_and(|door| door > day) {
        return 0;
    }
    usize::try_from((text.id * 7 + day * day) % 9).unwrap()
}

/// What is to be shown of the visits: never less than five, and what a day has left is a part of the next one with visits.
fn expected(texts: &[Text], days: std::ops::RangeInclusive<i64>) -> BTreeMap<(String, String), usize> {
    let mut shown = BTreeMap::new();
    for text in texts.iter().filter(|text| !text.is_sensitive) {
        let mut number = 0;
        for day in days.clone() {
            number += times(text, day);
            if times(text, day) > 0 && number >= 5 {
                shown.insert((format!("2026-12-{day:02}"), text.title.clone()), number);
                number = 0;
            }
        }
    }
    shown
}

async fn file(app: &TestApp, query: &str, session: &str) -> TestResponse {
    app.get_with(&format!("/admin/statistik.csv?{query}"), &[("cookie", session)]).await
}

/// Reads the lines of the file: days and titles with their numbers.
fn lines(file: &TestResponse) -> BTreeMap<(String, String), usize> {
    let content = file.text().strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut lines = content.lines();
    assert_eq!(lines.next(), Some("Dag;Kalender;Lucka;Text;Adress;Läsningar"));
    let line = |line: &str| {
        let cells: Vec<_> = line.split(';').collect();
        assert_eq!(cells.len(), 6, "{line}");
        ((cells[0].to_owned(), cells[3].to_owned()), cells[5].parse().unwrap())
    };
    lines.map(line).collect()
}

fn session(browser: &Browser<'_>) -> String {
    format!("__Host-guldkorn={}", browser.cookie("__Host-guldkorn"))
}

/// Reads the numbers of the page's tables.
fn numbers(cells: &[String]) -> Vec<usize> {
    cells.iter().map(|cell| cell.replace('\u{a0}', "").parse().unwrap()).collect()
}

#[tokio::test]
async fn a_month_of_known_visits_gives_exactly_the_known_sums() {
    let app = site("2026-12-01T08:00+01:00").await;
    let texts = texts(&app).await;
    let mut anna = Browser::of(&app, "Anna", Role::Reviewer).await;
    for day in 1..=31 {
        app.set_clock(&format!("2026-12-{day:02}T00:00:00+01:00"));
        for text in &texts {
            for way in 0..times(text, day) {
                if way == 1 {
                    app.set_clock(&format!("2026-12-{day:02}T12:00:00+01:00"));
                }
                visit(&app, text, way).await;
            }
        }
        app.set_clock(&format!("2026-12-{day:02}T23:59:59+01:00"));
        if day % 10 == 4 {
            assert!(anna.log_in("anna@exempel.se", crate::browser::PASSWORD).await);
            for text in &texts {
                make_noise(&app, text, &session(&anna)).await;
            }
            make_other_visits(&app).await;
        }
        if day % 3 > 0 {
            app::statistics::write(&app.state).await;
        }
        // No number is shown before its day is over.
        if day == 14 {
            assert_eq!(lines(&file(&app, "tid=2026-12", &session(&anna)).await), expected(&texts, 1..=13));
        }
        // What was counted in the last minutes of a day is of that day.
        app.set_clock(&format!("2026-12-{day:02}T23:59:59.999+01:00"));
        let next = app.state.clock.now() + jiff::SignedDuration::from_mins(3);
        app.state.clock.set(next);
        app::statistics::write(&app.state).await;
    }
    app.set_clock("2027-01-01T08:00:00+01:00");
    assert!(anna.log_in("anna@exempel.se", crate::browser::PASSWORD).await);
    let (expected, session) = (expected(&texts, 1..=31), session(&anna));
    assert!(expected.len() > 40 && expected.values().all(|number| *number >= 5));
    let sum: usize = expected.values().sum();

    let csv = file(&app, "tid=2026-12", &session).await;
    assert_eq!(lines(&csv), expected);
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"statistik-2026-12.csv\"");
    assert_eq!(csv.header("cache-control"), "private, no-store");
    let year = lines(&file(&app, "tid=2026", &session).await);
    assert_eq!(year.values().sum::<usize>(), sum);
    assert!(year.keys().all(|(month, _)| month == "2026-12"));

    let page = anna.see("/admin/statistik?tid=2026-12").await;
    let (mut days, mut per_text) = (BTreeMap::new(), BTreeMap::new());
    for ((day, title), number) in &expected {
        *days.entry(day.clone()).or_insert(0) += number;
        *per_text.entry(title.clone()).or_insert(0) += number;
    }
    let cells = numbers(&page.texts("table.reads td"));
    let (by_day, by_text) = cells.split_at(days.len());
    assert_eq!(by_day, days.into_values().collect::<Vec<_>>());
    let mut per_text: Vec<_> = per_text.into_values().collect();
    per_text.sort_unstable_by(|one, other| other.cmp(one));
    assert_eq!(by_text, per_text);
    assert!(
        page.texts(".reads-total")[0].contains(&format!("Texterna lästes {sum} gånger i december 2026."))
    );
    assert_eq!(page.texts("svg title"), ["Läsningar per dag"]);

    let edition: i64 = sqlx::query_scalar("select id from editions where slug = '2026'")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    let page = anna.see(&format!("/admin/statistik?tid=2026-12&kalender={edition}")).await;
    let mut places = page.texts("table.reads th .quiet");
    places.sort_unstable();
    assert_eq!(places, ["Lucka 3", "Lucka 5"], "the sensitive one is not there");
    let alone = page.attributes("table.reads th a", "href").remove(0);
    let page = anna.see(&alone).await;
    let of_text = numbers(&page.texts("table.reads td"));
    assert!(of_text.iter().all(|number| *number >= 5) && page.texts("table.reads").len() == 1);
}

async fn stored(app: &TestApp) -> i64 {
    app::statistics::write(&app.state).await;
    sqlx::query_scalar("select coalesce(sum(reads), 0) from text_reads")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_page_that_was_rendered_ahead_is_counted_on_its_day() {
    let app = site("2026-12-07T23:59:40+01:00").await;
    app.get_with(DOOR, &[FIREFOX]).await;
    app.front.ahead().look().await;
    app.set_clock("2026-12-08T00:00:00+01:00");
    for _ in 0..7 {
        app.get_with(DOOR, &[FIREFOX]).await;
    }
    assert_eq!(stored(&app).await, 8);
    let days: Vec<(String, i64)> = sqlx::query_as("select day, reads from text_reads order by day")
        .fetch_all(app.state.db.reader())
        .await
        .unwrap();
    // The one of the day before is under five.
    assert_eq!(days, [("2026-12-08".to_owned(), 8)]);
}

#[tokio::test]
async fn a_withdrawn_text_takes_its_numbers_along() {
    let app = site("2026-12-07T08:00+01:00").await;
    for _ in 0..9 {
        app.get_with(DOOR, &[FIREFOX]).await;
    }
    assert_eq!(stored(&app).await, 9);
    app.get_with(DOOR, &[FIREFOX]).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let id: i64 = sqlx::query_scalar(
        "select d.post_id from doors d join editions e on e.id = d.edition_id where e.slug = '2026' and d.day = 3",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let mut tx = app.state.db.write_content().await.unwrap();
    sqlx::query("update posts set state = 'withdrawn' where id = $1")
        .bind(id)
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stored(&app).await, 0);
    app.set_clock("2026-12-08T08:00+01:00");
    assert!(anna.log_in("anna@exempel.se", crate::browser::PASSWORD).await);
    let page = anna.see("/admin/statistik").await;
    assert_eq!(page.texts(".empty").len(), 1);
    assert_eq!(page.texts("table.reads").len(), 0);
}

#[tokio::test]
async fn the_file_is_for_staff() {
    let app = site("2026-12-07T08:00+01:00").await;
    let refused = app.get("/admin/statistik.csv").await;
    assert_eq!((refused.status.as_u16(), refused.header("location")), (303, "/admin/logga-in"));
    let reviewer = Browser::of(&app, "Rut", Role::Reviewer).await;
    let empty = file(&app, "", &session(&reviewer)).await;
    assert_eq!((empty.status, lines(&empty).len()), (StatusCode::OK, 0));
    assert_eq!(empty.header("content-disposition"), "attachment; filename=\"statistik.csv\"");
    let page = Browser::with_cookies_of(&reviewer).see("/admin/statistik?tid=2026-12&text=x").await;
    assert!(page.texts(".empty")[0].starts_with("Här finns inga siffror än."));
    assert_eq!(page.attributes(".rail [aria-current=page]", "href"), ["/admin/statistik"]);
}

#[tokio::test]
async fn the_demo_site_begins_with_numbers_of_which_none_is_under_five() {
    let app = TestApp::demo("2026-12-07T08:00+01:00").await;
    let anna = Browser::of(&app, "Anna", Role::Writer).await;
    let lines = lines(&file(&app, "tid=2026-12", &session(&anna)).await);
    assert!(lines.len() > 10 && lines.values().all(|number| *number >= 5), "{lines:?}");
    assert!(lines.keys().all(|(day, _)| day.as_str() < "2026-12-07"));
}

#[tokio::test]
async fn readers_see_the_numbers_of_an_edition_whose_editors_show_them() {
    let app = site("2026-12-10T12:00:00+01:00").await;
    let put = async |day: &str, door: i64, reads: i64| {
        let mut tx = app.state.db.write_quietly().await.unwrap();
        let written = sqlx::query(
            "insert into text_reads (post_id, day, reads)
             select d.post_id, $1, $3 from doors d join editions e on e.id = d.edition_id
             where e.slug = '2026' and d.day = $2",
        );
        written.bind(day).bind(door).bind(reads).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    };
    put("2026-12-03", 3, 1234).await;
    put("2026-12-04", 3, 6).await;
    // Not over yet: this number may still grow.
    put("2026-12-10", 3, 50).await;
    let page = app.get("/kalender/2026/statistik").await;
    assert_eq!(page.status, 200);
    assert!(app.get("/kalender/2026").await.text().contains(r#"href="/kalender/2026/statistik""#));
    let page = crate::browser::Page(scraper::Html::parse_document(page.text()));
    assert!(page.texts(".reads-total")[0].contains("1\u{a0}240 gånger"), "{:?}", page.texts(".reads-total"));
    let rows = page.texts("section[aria-labelledby=per-lucka] tbody tr");
    assert!(
        rows.len() == 1 && rows[0].starts_with("Lucka 3: ") && rows[0].ends_with("1\u{a0}240"),
        "{rows:?}"
    );

    // The numbers of a day are shown an hour after its end, and nobody gets the page from before.
    app.set_clock("2026-12-11T00:59:59.999+01:00");
    assert!(app.get("/kalender/2026/statistik").await.text().contains("1\u{a0}240"));
    app.set_clock("2026-12-11T01:00:00+01:00");
    assert!(app.get("/kalender/2026/statistik").await.text().contains("1\u{a0}290"));

    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update editions set shows_reads = 0").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    assert_eq!(app.get("/kalender/2026/statistik").await.status, 404);
    assert!(!app.get("/kalender/2026").await.text().contains("/statistik"));
    assert_eq!(app.get("/kalender/1999/statistik").await.status, 404);
}
