//! Letters of what comes: who gets which and when, what stands in them, and how they end.

use app::staff::Role;
use http::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};

use crate::browser::{Browser, PASSWORD};
use crate::mail_server::{Behaviour, Received, TestMailServer};
use crate::test_app::TestApp;

/// Before the second door opens.
const MORNING: &str = "2026-12-07T05:00:00+01:00";
const ACCOUNT: &str = "/admin/konto";

async fn site(behaviour: Behaviour) -> (TestApp, TestMailServer) {
    let server = TestMailServer::start(behaviour).await;
    let app = TestApp::with_mail(MORNING, server.mail.clone()).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let edition = [
        ("edition[title]", "Kalendern"),
        ("edition[first_day]", "2026-12-06"),
        ("edition[days]", "24"),
        ("edition[opens_at]", "06:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    eva.form("calendar/create_edition", &edition, "/admin/kalendrar/1").await;
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update editions set state = 'published'").execute(&mut *writer).await.unwrap();
    sqlx::query(
        "insert into posts (kind, slug, title, form, body_markdown, body_html, state, created_at, updated_at)
         values ('guldkorn', 'hemlig', 'Hemligtitel', 'story', 'Hemligtext.', '', 'ready', 1, 1)",
    )
    .execute(&mut *writer)
    .await
    .unwrap();
    sqlx::query("update doors set post_id = (select id from posts where slug = 'hemlig'), label = 'Hemligdag' where day = 7")
        .execute(&mut *writer)
        .await
        .unwrap();
    writer.commit().await.unwrap();
    (app, server)
}

async fn choose(browser: &mut Browser<'_>, rhythm: &str, hour: &str) {
    let page = browser.form("staff/choose_letters", &[("rhythm", rhythm), ("hour", hour)], ACCOUNT).await;
    assert_eq!(page.texts(".notice[data-kind=done]").len(), 1, "{:?}", page.texts(".notice"));
}

/// Sends what is due at an instant, as each minute and after each start.
async fn look(app: &TestApp, at: &str) {
    app.set_clock(at);
    app::foresight::send_due(&app.state).await.unwrap();
}

fn way_out(letter: &Received) -> String {
    let header = letter.raw.replace("\r\n ", " ");
    let line = header.lines().find(|line| line.starts_with("List-Unsubscribe: ")).expect("a way out");
    let address = line.trim_start_matches("List-Unsubscribe: ").trim_matches(['<', '>']);
    address.strip_prefix("http://127.0.0.1:3000").expect("of this site").to_owned()
}

#[tokio::test]
async fn a_letter_comes_once_at_its_hour_with_days_counts_and_links_alone() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    choose(&mut anna, "dag", "7").await;
    look(&app, "2026-12-07T06:59:59+01:00").await;
    assert!(server.is_quiet().await, "before its hour");
    look(&app, "2026-12-07T07:00:00+01:00").await;
    let letter = server.next().await;
    assert!(letter.raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{}", letter.raw);
    let words = letter.text().replace('\u{a0}', " ");
    for expected in [
        "Hej Anna!",
        "Kalendern, dag 8, söndag 13 december: ingen text",
        "/admin/tavla?kalender=1&dag=8",
        "1 text som är klar för publicering",
        "Kalendern, lucka 2, utan text",
        "varje dag klockan 07.00",
    ] {
        assert!(words.contains(expected), "{expected} in {words}");
    }
    assert!(!words.contains("lucka 1"), "it was open when the letters were chosen");
    assert!(
        !letter.raw.to_lowercase().contains("hemlig") && !words.to_lowercase().contains("hemlig"),
        "{words}"
    );
    look(&app, "2026-12-07T07:01:00+01:00").await;
    look(&app, "2026-12-07T23:59:00+01:00").await;
    assert!(server.is_quiet().await, "once a day, whatever starts again");
    assert!(anna.log_in("anna@exempel.se", PASSWORD).await);
    choose(&mut anna, "dag", "23").await;
    look(&app, "2026-12-07T23:59:30+01:00").await;
    assert!(server.is_quiet().await, "another hour brings no second letter");
    choose(&mut anna, "dag", "7").await;
    look(&app, "2026-12-08T15:00:00+01:00").await;
    let caught_up = server.next().await.text();
    assert!(caught_up.contains("lucka 3") && !caught_up.contains("lucka 2,"), "{caught_up}");
}

#[tokio::test]
async fn whoever_chooses_none_or_has_nothing_to_read_gets_none() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    let mut bo = Browser::of(&app, "Bo", Role::Reviewer).await;
    choose(&mut bo, "vecka", "7").await;
    choose(&mut bo, "aldrig", "7").await;
    look(&app, "2026-12-07T08:00:00+01:00").await;
    assert!(server.is_quiet().await);
    choose(&mut bo, "vecka", "7").await;
    look(&app, "2027-06-07T08:00:00+02:00").await;
    server.next().await;
    look(&app, "2027-06-14T08:00:00+02:00").await;
    assert!(server.is_quiet().await, "an empty letter is not sent");
    // Nobody's session lasts from one December to the next summer.
    let mut kim = Browser::of(&app, "Kim", Role::Reviewer).await;
    choose(&mut kim, "vecka", "7").await;
    let refused =
        kim.send(Method::POST, "/api/staff/choose_letters", &[("rhythm", "dag"), ("hour", "24")]).await;
    assert_ne!(refused.header("location"), ACCOUNT, "there is no such hour");
    let kept = kim.see(ACCOUNT).await.attributes("input[name=rhythm][checked]", "value");
    assert_eq!(kept, ["vecka"]);
}

#[tokio::test]
async fn the_link_asks_and_its_form_ends_the_letters_without_a_log_in() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    let mut anna = Browser::of(&app, "Anna", Role::Writer).await;
    choose(&mut anna, "dag", "7").await;
    look(&app, "2026-12-07T08:00:00+01:00").await;
    let letter = server.next().await;
    let way_out = way_out(&letter);
    assert!(letter.text().contains(&way_out), "it stands in the letter, too");
    for _ in 0..2 {
        let page = app.get(&way_out).await;
        assert!(
            page.status == StatusCode::OK && page.text().contains("Vill du sluta få brev?"),
            "following it ends nothing"
        );
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(!page.text().contains("Anna"), "it says nothing of anybody");
    }
    look(&app, "2026-12-08T08:00:00+01:00").await;
    server.next().await;
    // As a mail program sends it: without a cookie, from nowhere.
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let ended = app.send(Method::POST, &way_out, &headers, "List-Unsubscribe=One-Click".into()).await;
    assert!(
        ended.status == StatusCode::OK && ended.text().contains("Du får inga fler brev"),
        "{}",
        ended.text()
    );
    look(&app, "2026-12-09T08:00:00+01:00").await;
    assert!(server.is_quiet().await);
    assert_eq!(app.get(&way_out).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        app.get("/admin/brev/00000000-0000-8000-8000-000000000000").await.status,
        StatusCode::NOT_FOUND
    );
    assert!(anna.log_in("anna@exempel.se", PASSWORD).await);
    assert_eq!(anna.see(ACCOUNT).await.attributes("input[name=rhythm][checked]", "value"), ["aldrig"]);
}

#[tokio::test]
async fn a_mail_server_that_refuses_is_asked_three_times_and_told_of_on_the_dashboard() {
    let (app, _server) = site(Behaviour::Rejects).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    choose(&mut anna, "dag", "7").await;
    let failures = async || -> (u32, String) {
        sqlx::query_as("select failures, done_on from foresight_letters")
            .fetch_one(app.state.db.reader())
            .await
            .unwrap()
    };
    let mut at: Timestamp = "2026-12-07T07:00:00+01:00".parse().unwrap();
    for expected in [(1, "2026-12-06"), (2, "2026-12-06"), (0, "2026-12-07"), (0, "2026-12-07")] {
        look(&app, &at.to_string()).await;
        assert_eq!(failures().await, (expected.0, expected.1.to_owned()));
        at += SignedDuration::from_mins(16);
    }
    assert!(anna.see("/admin").await.says("Breven till personalen kommer inte iväg"));
}

#[tokio::test]
async fn consents_that_end_are_counted_for_those_who_can_ask_again() {
    let (app, mut server) = site(Behaviour::Accepts).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query(
        "insert into consents (post_id, state, on_site, given_how, given_on, ends_at, changed_at)
         select id, 'given', 1, 'paper', '2026-12-01', $1, 1 from posts where slug = 'hemlig'",
    )
    .bind(app::time::UnixMillis::from("2026-12-27T00:00:00+01:00".parse::<Timestamp>().unwrap()))
    .execute(&mut *writer)
    .await
    .unwrap();
    writer.commit().await.unwrap();
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let mut bo = Browser::of(&app, "Bo", Role::Reviewer).await;
    choose(&mut anna, "dag", "7").await;
    choose(&mut bo, "dag", "8").await;
    look(&app, "2026-12-07T07:00:00+01:00").await;
    let words = server.next().await.text();
    assert!(
        words.contains("1 samtycke som går ut inom 30 dagar") && words.contains("/admin/samtycken"),
        "{words}"
    );
    look(&app, "2026-12-07T08:00:00+01:00").await;
    let words = server.next().await.text();
    assert!(!words.contains("samtycke"), "{words}");
}
