//! Sending a message, and what holds it back.

use app::staff::Role;
use axum::body::Body;
use http::Method;

use super::{ANSWER, AT, FORM, WORDS, page, post, receipt, shows, site, stored, text_of};
use crate::browser::Browser;
use crate::test_app::TestApp;

#[tokio::test]
async fn a_message_is_answered_by_its_number_and_nothing_is_stored_on_the_device() {
    let (app, stamp) = site().await;
    let number = receipt(&app, 1, &stamp, WORDS).await;
    assert_eq!(number.len(), 19, "{number}");
    let asked = post(&app, 1, ANSWER, &[("nummer", &number)]).await;
    assert_eq!((asked.status.as_u16(), asked.header("cache-control")), (200, "private, no-store"));
    assert!(asked.text().contains("inte svarat än") && asked.text().contains(WORDS));

    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    assert!(text_of(&eva.see("/admin").await, ".rail .count").starts_with('1'));
    let list = eva.see("/admin/meddelanden").await;
    assert!(shows(&list, WORDS) && shows(&list, "Obesvarat"));
    let form = [("id", "1"), ("seen", "0"), ("answer", "Tack! Knappen har ett namn nu.\n\nEva")];
    let detail = eva.form("feedback/answer", &form, "/admin/meddelanden/1").await;
    assert!(detail.says("Svaret är sparat"), "{:?}", detail.texts(".notice"));
    let again = eva.form("feedback/answer", &form, "/admin/meddelanden/1").await;
    assert!(again.says("Någon annan har svarat"), "the form was made of no answer");
    assert!(eva.see("/admin").await.texts(".rail .count").is_empty());

    let typed = number.to_lowercase().replace('-', " ");
    let answered = post(&app, 1, ANSWER, &[("nummer", &typed)]).await;
    assert!(answered.text().contains("Tack! Knappen har ett namn nu."), "{}", answered.text());
    assert!(!answered.headers.contains_key("set-cookie"));
    assert_eq!(answered.header("cache-control"), "private, no-store");
}

#[tokio::test]
async fn the_form_is_the_same_for_everybody_and_names_a_page_when_its_address_does() {
    let (app, _) = site().await;
    let form = app.get(FORM).await;
    assert!(form.header("cache-control").starts_with("public"), "{}", form.header("cache-control"));
    assert!(!form.headers.contains_key("set-cookie"));
    let named = app.get("/tillganglighet/synpunkter?sida=%2Fblogg%3Fsida%3D2&x=1").await;
    assert_eq!(page(&named).attributes("#sida", "value"), ["/blogg?sida=2"]);
    let hostile = app.get("/tillganglighet/synpunkter?sida=%22%3E%3Cscript%3E").await;
    assert!(!hostile.text().contains("\"><script>"));
    assert!(app.get(ANSWER).await.header("cache-control").starts_with("public"));
    assert!(app.get("/tillganglighet").await.text().contains(&format!("href=\"{FORM}\"")));
}

/// The fields of a form, with their values.
type Fields<'a> = &'a [(&'a str, &'a str)];

#[tokio::test]
async fn what_is_refused_keeps_every_word() {
    let (app, stamp) = site().await;
    let long = "ö".repeat(5001);
    let cases: [(&str, Fields<'_>, u16); 6] = [
        ("nothing", &[("oppnad", &stamp), ("namn", "Ada Test")], 422),
        ("too long", &[("oppnad", &stamp), ("beskrivning", &long), ("namn", "Ada Test")], 422),
        (
            "no address",
            &[("oppnad", &stamp), ("beskrivning", WORDS), ("epost", "ada"), ("namn", "Ada Test")],
            422,
        ),
        (
            "a trap",
            &[("oppnad", &stamp), ("beskrivning", WORDS), ("rubrik2", "x"), ("namn", "Ada Test")],
            422,
        ),
        ("no stamp", &[("beskrivning", WORDS), ("namn", "Ada Test")], 422),
        ("a forged stamp", &[("oppnad", "0.x"), ("beskrivning", WORDS), ("namn", "Ada Test")], 422),
    ];
    for (case, form, status) in cases {
        let refused = post(&app, 1, FORM, form).await;
        assert_eq!(refused.status.as_u16(), status, "{case}");
        assert_eq!(refused.header("cache-control"), "private, no-store", "{case}");
        let page = page(&refused);
        assert_eq!(page.attributes("#namn", "value"), ["Ada Test"], "{case}");
        let typed = form.iter().find(|(name, _)| *name == "beskrivning").map_or("", |(_, words)| words);
        assert_eq!(text_of(&page, "#beskrivning").trim_start(), typed, "{case}");
        assert_eq!(page.attributes("#rubrik2", "value"), [""], "{case}: the second try is not trapped");
        assert!(text_of(&page, "title").starts_with("Fel: "), "{case}");
        assert!(page.texts("[role=alert]")[0].contains("inte skickat"), "{case}");
    }
    assert_eq!(stored(&app).await, 0);
}

#[tokio::test]
async fn too_fast_is_old_enough_the_second_time_and_nobody_is_too_slow() {
    let app = TestApp::demo(AT).await;
    let stamp = page(&app.get(FORM).await).attributes("[name=oppnad]", "value")[0].clone();
    let fast = post(&app, 1, FORM, &[("oppnad", &stamp), ("beskrivning", WORDS)]).await;
    assert!(fast.status == 422 && fast.text().contains("såg ut som en maskin"));
    assert_eq!(
        page(&fast).attributes("[name=oppnad]", "value"),
        std::slice::from_ref(&stamp),
        "the time goes on"
    );
    app.set_clock("2026-12-07T08:00:05+01:00");
    receipt(&app, 1, &stamp, WORDS).await;
    app.set_clock("2027-11-07T08:00+01:00");
    receipt(&app, 1, &stamp, WORDS).await;
    assert_eq!(stored(&app).await, 2);
}

#[tokio::test]
async fn a_flood_is_held_back_by_network_and_others_get_through() {
    let (app, stamp) = site().await;
    for number in 0..5 {
        receipt(&app, 1, &stamp, &format!("Meddelande {number}")).await;
    }
    let refused = post(&app, 1, FORM, &[("oppnad", &stamp), ("beskrivning", WORDS)]).await;
    assert!(refused.status == 429 && refused.text().contains(WORDS), "{}", refused.status);
    receipt(&app, 2, &stamp, WORDS).await;
    assert_eq!(stored(&app).await, 6);
    let columns: Vec<String> = sqlx::query_scalar("select name from pragma_table_info('feedback')")
        .fetch_all(app.state.db.reader())
        .await
        .unwrap();
    assert!(
        !columns.iter().any(|column| ["network", "ip", "address"].contains(&column.as_str())),
        "{columns:?}"
    );
}

#[tokio::test]
async fn the_same_form_twice_is_one_message_and_the_same_words_of_two_people_are_two() {
    let (app, stamp) = site().await;
    let form = [("oppnad", stamp.as_str()), ("beskrivning", WORDS), ("idempotency_key", "c0ffee")];
    let first = post(&app, 1, FORM, &form).await;
    let again = post(&app, 1, FORM, &form).await;
    assert_eq!(first.header("location"), again.header("location"));
    let other = post(&app, 2, FORM, &form).await;
    assert_ne!(first.header("location"), other.header("location"), "the form is cached with its key");
    assert_eq!(stored(&app).await, 2);
    let numbers = [first, other].map(|response| response.header("location").to_owned());
    let [one, two] = [&numbers[0], &numbers[1]].map(|path| app.get(path));
    assert_ne!(text_of(&page(&one.await), ".receipt"), text_of(&page(&two.await), ".receipt"));
}

#[tokio::test]
async fn without_a_public_statement_there_is_no_form() {
    let app = TestApp::empty(AT).await;
    assert_eq!(app.get(FORM).await.status, 404);
    assert_eq!(post(&app, 1, FORM, &[("beskrivning", WORDS)]).await.status, 404);
    assert_eq!(app.get(ANSWER).await.status, 200, "who has a number may still ask");
}

#[tokio::test]
async fn other_sites_send_nothing() {
    let (app, stamp) = site().await;
    let body = Body::from(format!("oppnad={stamp}&beskrivning=x"));
    let headers = [("sec-fetch-site", "cross-site"), ("content-type", "application/x-www-form-urlencoded")];
    assert_eq!(app.send(Method::POST, FORM, &headers, body).await.status, 403);
    assert_eq!(stored(&app).await, 0);
}
