//! Forms act once, whatever the network does.

use std::collections::{BTreeSet, VecDeque};

use app::staff::Role;
use http::Method;
use scraper::Selector;

use crate::browser::Browser;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const KEY: (&str, &str) = ("idempotency_key", "c0ffee");
const OTHER_KEY: (&str, &str) = ("idempotency_key", "5eed");
const BEGIN: &str = "/api/text/begin";
const ARTICLE: (&str, &str) = ("kind", "article");

async fn posts(app: &TestApp) -> i64 {
    sqlx::query_scalar("select count(*) from posts").fetch_one(app.state.db.reader()).await.unwrap()
}

/// A log-in opens a session, which is not to be kept in memory; opened twice it harms nobody.
const WITHOUT_KEY: &str = "/api/staff/log_in";

#[tokio::test]
async fn every_form_that_changes_something_has_a_key() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    for kind in ["article", "guldkorn"] {
        anna.send(Method::POST, BEGIN, &[("kind", kind)]).await;
    }
    let trashed = anna.send(Method::POST, BEGIN, &[ARTICLE]).await;
    let trashed = trashed.header("location").rsplit('/').next().unwrap().to_owned();
    anna.send(Method::POST, "/api/text/trash_many", &[("ids", &trashed)]).await;

    let mut waiting: VecDeque<String> = ["/", "/sok", "/admin", "/admin/glomt"].map(str::to_owned).into();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut forms = BTreeSet::new();
    let (form, key) = (
        Selector::parse("form[method=post]:not([enctype='multipart/form-data'])").unwrap(),
        Selector::parse("input[type=hidden][name=idempotency_key]").unwrap(),
    );
    while let Some(path) = waiting.pop_front() {
        let response = anna.send(Method::GET, &path, &[]).await;
        if response.status != 200 {
            continue;
        }
        let page = crate::browser::Page(scraper::Html::parse_document(response.text()));
        for form in page.0.select(&form) {
            let action = form.attr("action").unwrap_or_default().to_owned();
            let keys: Vec<_> = form.select(&key).filter_map(|key| key.attr("value")).collect();
            if action != WITHOUT_KEY {
                assert!(matches!(keys[..], [key] if key.len() == 32), "{action} on {path}: {keys:?}");
            }
            forms.insert(action);
        }
        // One page of each kind is enough of those with a number.
        for address in page.attributes("a[href^='/admin']", "href") {
            let kind: String =
                address.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
            if seen.insert(kind) {
                waiting.push_back(address.split('#').next().unwrap().to_owned());
            }
        }
    }
    assert!(forms.len() > 15, "{forms:?}");
}

#[tokio::test]
async fn a_button_that_is_pressed_twice_acts_once() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Writer).await;
    let before = posts(&app).await;
    let first = anna.send(Method::POST, BEGIN, &[ARTICLE, KEY]).await;
    let second = anna.send(Method::POST, BEGIN, &[ARTICLE, KEY]).await;
    assert!(first.header("location").starts_with("/admin/inlagg/"));
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(posts(&app).await, before + 1);

    let another = anna.send(Method::POST, BEGIN, &[ARTICLE, OTHER_KEY]).await;
    assert_ne!(another.header("location"), first.header("location"), "another form is another act");
    let without = anna.send(Method::POST, BEGIN, &[ARTICLE]).await;
    assert_ne!(without.header("location"), first.header("location"));
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let of_another = bo.send(Method::POST, BEGIN, &[ARTICLE, KEY]).await;
    assert_ne!(of_another.header("location"), first.header("location"), "responses belong to a session");
    let other_words = anna.send(Method::POST, BEGIN, &[("kind", "voice"), KEY]).await;
    assert_ne!(other_words.header("location"), first.header("location"), "nothing typed is ignored");
}

#[tokio::test]
async fn an_act_whose_sender_has_gone_is_done_and_answered_at_the_next_try() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Writer).await;
    let mut again = Browser::with_cookies_of(&anna);
    let before = posts(&app).await;
    // The writer is busy, so the act cannot end before its sender goes.
    let busy = app.state.db.write_content().await.unwrap();
    let sent = anna.send(Method::POST, BEGIN, &[ARTICLE, KEY]);
    assert!(tokio::time::timeout(std::time::Duration::from_millis(200), sent).await.is_err());
    drop(busy);
    let response = again.send(Method::POST, BEGIN, &[ARTICLE, KEY]).await;
    assert!(response.header("location").starts_with("/admin/inlagg/"));
    assert_eq!(posts(&app).await, before + 1);
}

#[tokio::test]
async fn the_message_is_seen_by_whoever_pressed_twice() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let typed = [("name", "Bo Ny"), ("email", "bo@exempel.se"), ("role", "writer"), KEY];
    let link = ".fresh-link code";
    let page = anna.form("staff/invite", &typed, "/admin/personer").await;
    let first = page.texts(link);
    // The browser has dropped that page for the second press.
    let page = anna.form("staff/invite", &typed, "/admin/personer").await;
    assert_eq!(page.texts(link), first);
    assert_eq!(first.len(), 1, "{:?}", page.texts(".notice"));
    assert!(anna.see("/admin/personer").await.texts(link).is_empty(), "and not a third time");
}
