//! The stream of who else has a board open, and of its changes.

use app::staff::Role;
use http::{Method, StatusCode};
use serde_json::Value;

use crate::board::site;
use crate::presence::{Person, Stream};
use crate::test_app::TestApp;

const STREAM: &str = "/admin/tavla/1/narvaro";
const BOARD: &str = "/admin/tavla?kalender=1";

async fn open(person: &Person<'_>) -> Stream {
    let response = person.listen(Method::GET, STREAM).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["cache-control"], "private, no-store");
    Stream(response.into_body())
}

/// Puts the first text without a day on one.
async fn put(person: &mut Person<'_>, day: u16, post: &str) {
    let form = [("edition", "1"), ("post", post), ("day", &*format!("{day}:0"))];
    person.browser.form("board/put", &form, &format!("{BOARD}&dag={day}")).await;
}

async fn version_of_page(person: &mut Person<'_>) -> String {
    person.browser.see(BOARD).await.attributes("[data-board]", "data-version").remove(0)
}

fn said<'a>(event: &'a Value, what: &str) -> &'a str {
    event[what].as_str().expect("words")
}

#[tokio::test]
async fn two_people_see_each_other_and_what_the_other_moves() {
    let app = site("24", &["Mod", "Tro"]).await;
    let anna = Person::new(&app, "Anna", Role::Editor).await;
    let mut bo = Person::new(&app, "Bo", Role::Writer).await;
    let mut annas = open(&anna).await;
    let first = annas.next().await.unwrap();
    assert_eq!(said(&first, "here"), "");
    let (mut bos, here) = tokio::join!(open(&bo), annas.here());
    assert_eq!(here, "Bo är också här.");
    let own = bos.next().await.unwrap();
    assert_eq!(said(&own, "here"), "Anna är också här.");

    let (annas_news, bos_news, ()) = tokio::join!(annas.next(), bos.next(), put(&mut bo, 7, "1"));
    let (annas_news, bos_news) = (annas_news.unwrap(), bos_news.unwrap());
    assert_ne!(said(&annas_news, "version"), said(&first, "version"));
    assert_eq!(said(&annas_news, "by"), "Bo");
    assert_eq!(said(&bos_news, "by"), "", "nobody is told of themselves");
    assert_eq!(said(&bos_news, "version"), version_of_page(&mut bo).await, "so Bo's page is up to date");
}

#[tokio::test]
async fn writing_in_a_text_changes_the_board_and_another_edition_does_not() {
    let app = site("24", &["Mod", "Tro"]).await;
    let mut anna = Person::new(&app, "Anna", Role::Editor).await;
    put(&mut anna, 7, "1").await;
    let before = version_of_page(&mut anna).await;
    assert_eq!(version_of_page(&mut anna).await, before, "looking at it changes nothing");
    let other = [
        ("edition[title]", "Våren"),
        ("edition[first_day]", "2027-03-01"),
        ("edition[days]", "9"),
        ("edition[opens_at]", "06:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    anna.browser.form("calendar/create_edition", &other, "/admin/kalendrar/2").await;
    assert_eq!(version_of_page(&mut anna).await, before);
    let editor = "/admin/inlagg/1";
    let page = anna.browser.see(editor).await;
    let base = page.attributes("#text > input[name=base_revision]", "value").remove(0);
    let form = [("id", "1"), ("base_revision", &*base), ("draft_version", "0"), ("title", "Annat mod")];
    anna.browser.form("text/submit", &form, editor).await;
    assert_ne!(version_of_page(&mut anna).await, before);
}

#[tokio::test]
async fn the_consent_of_whom_a_text_tells_changes_the_board() {
    let app = site("24", &["Mod", "Tro"]).await;
    let mut anna = Person::new(&app, "Anna", Role::Editor).await;
    put(&mut anna, 7, "1").await;
    let day = format!("{BOARD}&dag=7");
    assert!(!anna.browser.see(&day).await.texts("main").concat().contains("Samtycket gäller"));
    let before = version_of_page(&mut anna).await;
    let last_day = app.state.clock.now().in_tz("Europe/Stockholm").unwrap().date();
    let last_day = last_day.saturating_add(jiff::ToSpan::days(20)).to_string();
    let form = [
        ("post", "1"),
        ("seen", "0"),
        ("state", "given"),
        ("who", "Någon"),
        ("on_site", "ja"),
        ("given_how", "spoken"),
        ("given_on", "2020-01-01"),
        ("last_day", &*last_day),
    ];
    anna.browser.form("consent/save", &form, "/admin/inlagg/1/samtycke").await;
    assert_ne!(version_of_page(&mut anna).await, before);
    let words = anna.browser.see(&day).await.texts("main").concat();
    assert!(words.contains("Samtycket gäller till och med"), "within sixty days its end is told");
}

#[tokio::test]
async fn only_staff_may_listen_and_only_to_a_board_that_is_there() {
    let app = site("3", &[]).await;
    let rut = Person::new(&app, "Rut", Role::Reviewer).await;
    assert_eq!(rut.listen(Method::GET, "/admin/tavla/9/narvaro").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(rut.listen(Method::POST, STREAM).await.status(), StatusCode::METHOD_NOT_ALLOWED);
    let nobody = Person { cookie: "annan=1".into(), ..Person::new(&app, "Nils", Role::Reviewer).await };
    assert_eq!(nobody.listen(Method::GET, STREAM).await.status(), StatusCode::UNAUTHORIZED);
    assert!(is_nobody_present(&app), "nobody who was refused counts as present");
    assert_eq!(rut.listen(Method::GET, STREAM).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn the_streams_of_one_person_are_limited_and_end_with_the_session() {
    let app = site("3", &[]).await;
    let mut anna = Person::new(&app, "Anna", Role::Writer).await;
    let mut streams = Vec::new();
    for _ in 0..3 {
        streams.push(open(&anna).await);
    }
    assert_eq!(anna.listen(Method::GET, STREAM).await.status(), StatusCode::SERVICE_UNAVAILABLE);
    let mut stream = streams.remove(0);
    stream.next().await.expect("the first event");
    let log_out = anna.browser.send(Method::POST, "/api/staff/log_out", &[]);
    assert_eq!(tokio::join!(stream.next(), log_out).0, None);
    drop((streams, stream));
    assert!(is_nobody_present(&app));
}

#[tokio::test]
async fn the_stream_ends_with_the_server() {
    let app = site("3", &[]).await;
    let anna = Person::new(&app, "Anna", Role::Writer).await;
    let mut stream = open(&anna).await;
    stream.next().await.expect("the first event");
    app.state.extensions.get::<app::posts::Presence>().close();
    assert_eq!(stream.next().await, None);
}

fn is_nobody_present(app: &TestApp) -> bool {
    app.state.extensions.get::<app::posts::Presence>().is_empty()
}
