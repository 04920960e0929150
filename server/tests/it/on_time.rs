//! Over an opening: the pages that are asked for most are rendered before it, and nobody gets one early or late.

use std::sync::Arc;
use std::time::Duration;

use app::staff::network::Peer;
use axum::body::Body;
use http::{Request, StatusCode};

use crate::test_app::{TestApp, TestResponse, instant};

/// Twenty seconds before the door of the 8th opens.
const EARLY: &str = "2026-12-07T23:59:40+01:00";
const BEFORE: &str = "2026-12-07T23:59:59.999+01:00";
const OPENING: &str = "2026-12-08T00:00:00+01:00";
const SECOND: &str = "2026-12-08T00:00:01+01:00";
const DOOR: &str = "/kalender/2026/lucka/8";

/// What readers have asked for before the opening, of every kind that is cached.
const ASKED: [&str; 9] = [
    "/",
    "/kalender/2026",
    "/kalender/2026?vy=lista",
    DOOR,
    "/blogg",
    "/feed.xml",
    "/kalender/2026.ics",
    "/kalender/2026/vagg",
    "/sitemap.xml",
];

async fn asked_before(at: &str) -> TestApp {
    let app = TestApp::demo(at).await;
    for address in ASKED {
        app.get(address).await;
    }
    app
}

/// Returns how many pages and files the cache has had to make, or to wait for.
async fn misses(app: &TestApp) -> u64 {
    let mut request = Request::get("/metrics").header("host", "127.0.0.1:3000").body(Body::empty()).unwrap();
    request.extensions_mut().insert(Peer([127, 0, 0, 1].into()));
    let numbers = app.send_request(request).await;
    let line = numbers.text().lines().find(|line| line.contains("result=\"miss\"")).unwrap();
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

/// Returns whether a response shows the door of the 8th as open.
fn is_open(address: &str, response: &TestResponse) -> bool {
    match address {
        DOOR => response.status == StatusCode::OK,
        _ => response.text().contains("data-door=\"8\" data-state=\"today\""),
    }
}

/// Leaves out what no two renderings share.
fn without_nonces(response: &TestResponse) -> String {
    let policy = response.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    let text = response.text();
    nonce.map_or_else(|| text.to_owned(), |nonce| text.replace(nonce, ""))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn under_load_nobody_gets_a_page_early_or_late_and_nobody_waits_for_a_rendering() {
    let app = Arc::new(asked_before(EARLY).await);
    app.front.ahead().look().await;
    let rendered = misses(&app).await;
    app.set_clock(BEFORE);
    let ask = async |app: Arc<TestApp>, address: &'static str| {
        let (mut before, mut after) = (0, 0);
        while after < 20 {
            let from = app.state.clock.now();
            let response = app.get(address).await;
            let to = app.state.clock.now();
            if to < instant(OPENING) {
                assert!(!is_open(address, &response), "{address} is early");
                before += 1;
            } else if from >= instant(OPENING) {
                assert!(is_open(address, &response), "{address} is late");
                after += 1;
            }
            if before == 20 {
                app.set_clock(OPENING);
            }
            tokio::task::yield_now().await;
        }
    };
    let readers = ["/", "/kalender/2026", DOOR, "/", "/kalender/2026", DOOR];
    let readers: Vec<_> =
        readers.into_iter().map(|address| tokio::spawn(ask(Arc::clone(&app), address))).collect();
    for reader in readers {
        reader.await.unwrap();
    }
    assert_eq!(misses(&app).await, rendered, "all of it was rendered before");
}

#[tokio::test]
async fn what_was_rendered_before_the_opening_is_what_is_rendered_at_it() {
    let app = asked_before(EARLY).await;
    app.front.ahead().look().await;
    let rendered = misses(&app).await;
    app.set_clock(OPENING);
    let mut ahead = Vec::new();
    for address in ASKED {
        ahead.push(app.get(address).await);
    }
    assert_eq!(misses(&app).await, rendered, "all of it was rendered before");
    app.change_content().await;
    for (address, before) in ASKED.into_iter().zip(&ahead) {
        let at_the_opening = app.get(address).await;
        assert_eq!(without_nonces(before), without_nonces(&at_the_opening), "{address}");
        for name in ["content-type", "cache-control", "last-modified", "vary", "x-robots-tag"] {
            assert_eq!(before.header(name), at_the_opening.header(name), "{address} {name}");
        }
    }
    app.set_clock("2026-12-08T00:00:09+01:00");
    assert_eq!(misses(&app).await, rendered + u64::try_from(ASKED.len()).unwrap());
}

#[tokio::test]
async fn nothing_of_it_is_given_before_its_instant_nor_after_the_clock_was_set_back() {
    let app = asked_before(EARLY).await;
    let closed: Vec<_> = {
        let mut closed = Vec::new();
        for address in ASKED {
            closed.push(app.get(address).await);
        }
        closed
    };
    app.front.ahead().look().await;
    for clock in [EARLY, BEFORE] {
        app.set_clock(clock);
        for (address, closed) in ASKED.into_iter().zip(&closed) {
            let now = app.get(address).await;
            assert_eq!((now.status, &now.body), (closed.status, &closed.body), "{address} {clock}");
        }
    }
    let max_age = app.get("/").await.header("cache-control").to_owned();
    assert_eq!(max_age, "no-cache", "less than a second is left");
    app.set_clock(OPENING);
    assert_eq!(app.get(DOOR).await.status, StatusCode::OK);
    app.set_clock(BEFORE);
    for (address, closed) in ASKED.into_iter().zip(&closed) {
        let now = app.get(address).await;
        assert_eq!((now.status, without_nonces(&now)), (closed.status, without_nonces(closed)), "{address}");
    }
}

#[tokio::test]
async fn its_date_begins_with_the_second_after_the_opening() {
    let app = asked_before(EARLY).await;
    app.front.ahead().look().await;
    app.set_clock(OPENING);
    let first = app.get("/kalender/2026").await;
    assert_eq!(first.header("last-modified"), "", "what is there changes within this second");
    let again = app.get("/kalender/2026").await;
    assert_eq!((&again.headers, &again.body), (&first.headers, &first.body), "given again");
    let tag = first.header("etag").to_owned();
    let known = app.get_with("/kalender/2026", &[("if-none-match", &tag)]).await;
    assert_eq!(known.status, StatusCode::NOT_MODIFIED);
    app.set_clock(SECOND);
    let dated = app.get("/kalender/2026").await;
    assert_eq!(dated.header("last-modified"), "Mon, 07 Dec 2026 23:00:01 GMT");
    assert_eq!(dated.body, first.body);
}

#[tokio::test]
async fn a_change_before_the_opening_makes_it_worthless_and_it_is_rendered_again() {
    let app = Arc::new(asked_before(EARLY).await);
    let mut ahead = app.front.ahead();
    ahead.look().await;
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update site_settings set name = 'Nytt namn'").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    app.set_clock(OPENING);
    let rendered = misses(&app).await;
    let ask = async |app: Arc<TestApp>| app.get("/blogg").await;
    let readers: Vec<_> = (0..4).map(|_| tokio::spawn(ask(Arc::clone(&app)))).collect();
    let mut bodies = Vec::new();
    for reader in readers {
        bodies.push(reader.await.unwrap().body);
    }
    assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]), "one rendering for all");
    assert!(String::from_utf8_lossy(&bodies[0]).contains("Nytt namn"));
    assert!(misses(&app).await > rendered);

    app.set_clock(EARLY);
    ahead.look().await;
    app.change_content().await;
    ahead.look().await;
    app.set_clock(OPENING);
    let rendered = misses(&app).await;
    assert!(app.get("/blogg").await.text().contains("Nytt namn"));
    assert_eq!(misses(&app).await, rendered, "rendered a second time");
}

#[tokio::test]
async fn nobody_looks_long_before_an_opening() {
    let app = TestApp::demo("2026-12-07T23:59:10+01:00").await;
    let mut ahead = app.front.ahead();
    assert_eq!(ahead.look().await, Duration::from_secs(20));
    app.set_clock("2026-12-07T08:00:00+01:00");
    assert_eq!(ahead.look().await, Duration::from_mins(1), "the clock may be set");
    app.set_clock(EARLY);
    assert_eq!(ahead.look().await, Duration::from_secs(1));
}

#[tokio::test]
async fn reserves_that_fill_nothing_leave_it_true() {
    let app = asked_before(EARLY).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let open = "insert or replace into reserve_switches (edition_id, settled_until)
                select id, $1 from editions where slug = '2026'";
    sqlx::query(open).bind(app.state.clock.now_millis()).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    app.front.ahead().look().await;
    let (rendered, generation) = (misses(&app).await, app.state.db.generation());
    app.set_clock(OPENING);
    assert_eq!(app.get(DOOR).await.status, StatusCode::OK);
    assert_eq!((misses(&app).await, app.state.db.generation()), (rendered, generation));
    app.set_clock("2026-12-09T00:00:00+01:00");
    assert_eq!(app.get("/kalender/2026/lucka/9").await.status, StatusCode::OK);
    let settled: i64 = sqlx::query_scalar("select settled_until from reserve_switches")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(settled, instant("2026-12-09T00:00:00+01:00").as_millisecond(), "looked at all the same");
}
