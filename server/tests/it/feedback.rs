//! Messages about accessibility: what is taken, what is held back, and what comes back by the receipt number.

use app::staff::Role;
use app::staff::network::Peer;
use axum::body::Body;
use http::{Method, Request};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use scraper::{Html, Selector};

use crate::browser::{Browser, Page};
use crate::mail_server::{Behaviour, TestMailServer};
use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";
const LATER: &str = "2026-12-07T08:01+01:00";
const FORM: &str = "/tillganglighet/synpunkter";
const ANSWER: &str = "/tillganglighet/svar";
const WORDS: &str = "Knappen Öppna saknar namn i min skärmläsare.";

/// Sends a form from a house of its own network.
async fn post(app: &TestApp, house: u8, path: &str, form: &[(&str, &str)]) -> TestResponse {
    let pair =
        |(name, value): &(&str, &str)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC));
    let body = form.iter().map(pair).collect::<Vec<_>>().join("&");
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("host", "guldkorn.example")
        .header("accept", "text/html")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    request.extensions_mut().insert(Peer([198, 51, 100, house].into()));
    app.send_request(request).await
}

fn page(response: &TestResponse) -> Page {
    Page(Html::parse_document(response.text()))
}

fn text_of(page: &Page, selector: &str) -> String {
    let selector = Selector::parse(selector).unwrap();
    page.0.select(&selector).next().map(|element| element.text().collect()).unwrap_or_default()
}

/// Whether a page shows some words anywhere.
fn shows(page: &Page, words: &str) -> bool {
    page.texts("main").iter().any(|text| text.contains(words))
}

/// The demo site, a minute after the form was made; and the form's stamp.
async fn site() -> (TestApp, String) {
    let app = TestApp::demo(AT).await;
    let stamp = page(&app.get(FORM).await).attributes("[name=oppnad]", "value")[0].clone();
    app.set_clock(LATER);
    (app, stamp)
}

async fn stored(app: &TestApp) -> i64 {
    sqlx::query_scalar("select count(*) from feedback").fetch_one(app.state.db.reader()).await.unwrap()
}

/// Sends a message, follows to the receipt and returns its number.
async fn receipt(app: &TestApp, house: u8, stamp: &str, words: &str) -> String {
    let form = [("oppnad", stamp), ("beskrivning", words)];
    let response = post(app, house, FORM, &form).await;
    assert_eq!(response.status, 303, "{}", response.text());
    assert!(!response.headers.contains_key("set-cookie"));
    let receipt = app.get(response.header("location")).await;
    assert_eq!((receipt.status.as_u16(), receipt.header("cache-control")), (200, "private, no-store"));
    assert!(receipt.text().contains("noindex"));
    text_of(&page(&receipt), ".receipt [aria-hidden]")
}

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
    assert_eq!(app.get(ANSWER).await.header("cache-control"), "private, no-store");
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
async fn a_receipt_is_shown_for_a_quarter_of_an_hour() {
    let (app, stamp) = site().await;
    let response = post(&app, 1, FORM, &[("oppnad", &stamp), ("beskrivning", WORDS)]).await;
    app.set_clock("2026-12-07T08:17+01:00");
    let late = app.get(response.header("location")).await;
    assert!(late.text().contains("visas inte längre") && page(&late).texts(".receipt").is_empty());
    let none = app.get("/tillganglighet/synpunkter/kvitto/x").await;
    assert_eq!(text_of(&page(&none), "h1"), text_of(&page(&late), "h1"), "nobody learns which there were");
}

#[tokio::test]
async fn wrong_numbers_are_held_back_and_tell_nothing() {
    let (app, stamp) = site().await;
    let number = receipt(&app, 1, &stamp, WORDS).await;
    for wrong in ["", "AAAA-AAAA-AAAA-AAAA", "' or 1=1 --"] {
        let response = post(&app, 9, ANSWER, &[("nummer", wrong)]).await;
        assert!(response.status == 404 && response.text().contains("hittar inget meddelande"), "{wrong}");
    }
    for _ in 3..10 {
        assert_eq!(post(&app, 9, ANSWER, &[("nummer", "AAAA")]).await.status, 404);
    }
    let held = post(&app, 9, ANSWER, &[("nummer", &number)]).await;
    assert!(held.status == 429 && !held.text().contains(WORDS));
    assert_eq!(post(&app, 1, ANSWER, &[("nummer", &number)]).await.status, 200);
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

#[tokio::test]
async fn a_message_is_read_by_editors_alone() {
    let (app, stamp) = site().await;
    receipt(&app, 1, &stamp, "kanarieord <img src=x onerror=alert(1)>").await;
    for public in
        ["/", "/tillganglighet", FORM, ANSWER, "/integritet", "/blogg", "/sok?q=kanarieord", "/feed.xml"]
    {
        let response = app.get(public).await;
        let is_told = ["kanarieord <", "kanarieord &lt;"].iter().any(|words| response.text().contains(words));
        assert!(!is_told, "{public}");
    }
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let refused = bo.send(Method::GET, "/admin/meddelanden/1", &[]).await;
    assert!(refused.status == 403 && !refused.text().contains("kanarieord"));
    assert!(!shows(&bo.see("/admin").await, "väntar på svar"));
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let html = eva.send(Method::GET, "/admin/meddelanden/1", &[]).await;
    assert!(html.text().contains("kanarieord") && !html.text().contains("<img src=x"));
}

#[tokio::test]
async fn a_message_is_late_after_a_week_and_can_be_closed_deleted_and_restored() {
    let (app, stamp) = site().await;
    let number = receipt(&app, 1, &stamp, WORDS).await;
    app.set_clock("2026-12-14T08:02+01:00");
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    assert!(eva.see("/admin").await.says("Det har väntat i mer än en vecka."));
    assert!(shows(&eva.see("/admin/meddelanden").await, "Har väntat i mer än en vecka."));
    let act = |act| [("id", "1"), ("act", act)];
    let closed = eva.form("feedback/act", &act("close"), "/admin/meddelanden/1").await;
    assert!(closed.says("Ärendet är avslutat.") && !shows(&closed, "har väntat"));
    assert!(post(&app, 1, ANSWER, &[("nummer", &number)]).await.text().contains("Ärendet är avslutat"));
    assert!(eva.form("feedback/act", &act("reopen"), "/admin/meddelanden/1").await.says("öppet igen"));
    let gone = eva.form("feedback/act", &act("delete"), "/admin/meddelanden").await;
    assert!(gone.says("Meddelande 1 är borttaget.") && shows(&gone, "Här finns inga meddelanden."));
    assert_eq!(post(&app, 1, ANSWER, &[("nummer", &number)]).await.status, 404);
    assert!(eva.form("feedback/act", &act("restore"), "/admin/meddelanden/1").await.says("är tillbaka"));
    assert_eq!(post(&app, 1, ANSWER, &[("nummer", &number)]).await.status, 200);
    let empty = [("id", "1"), ("seen", "0"), ("answer", " ")];
    let refused = eva.form("feedback/answer", &empty, "/admin/meddelanden/1").await;
    assert!(refused.says("Skriv ett svar."));
}

#[tokio::test]
async fn editors_are_told_by_letter_without_the_words_and_the_sender_gets_the_answer() {
    let mut server = TestMailServer::start(Behaviour::Accepts).await;
    let mut app = TestApp::demo(AT).await;
    app.state.mail = server.mail.clone();
    let app = app.with_router();
    let stamp = page(&app.get(FORM).await).attributes("[name=oppnad]", "value")[0].clone();
    app.set_clock(LATER);
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    Browser::of(&app, "Bo", Role::Writer).await;
    let form = [("oppnad", stamp.as_str()), ("beskrivning", WORDS), ("epost", "ada@exempel.se")];
    assert_eq!(post(&app, 1, FORM, &form).await.status, 303);
    let letter = server.next().await.text();
    assert!(letter.contains("/admin/meddelanden") && !letter.contains("skärmläsare"), "{letter}");
    receipt(&app, 2, &stamp, "Ett till.").await;
    assert!(server.is_quiet().await, "one letter an hour, and none to who cannot answer");
    let form = [("id", "1"), ("seen", "0"), ("answer", "Tack!")];
    let page = eva.form("feedback/answer", &form, "/admin/meddelanden/1").await;
    assert!(page.says("Brevet är skickat."), "{:?}", page.texts(".notice"));
    let answer = server.next().await;
    assert_eq!(answer.to, ["RCPT TO:<ada@exempel.se>"]);
    assert!(answer.text().contains("Tack!"));
}

#[tokio::test]
async fn no_change_moves_only_the_day_of_the_review() {
    let app = TestApp::demo("2027-10-24T08:00+02:00").await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    assert!(anna.see("/admin").await.says("Se över tillgänglighetsredogörelsen"));
    let section = "/admin/installningar/tillganglighet";
    assert!(shows(&anna.see(section).await, "Det är snart ett år sedan."));
    let done = anna.form("site/confirm_statement", &[], section).await;
    assert!(done.says("översedd den 24\u{a0}oktober 2027"), "{:?}", done.texts(".notice"));
    assert!(!anna.see("/admin").await.says("Se över tillgänglighetsredogörelsen"));
    let text = app
        .get("/tillganglighet")
        .await
        .text()
        .replace('\u{ad}', "")
        .replace('\u{a0}', " ")
        .replace("&nbsp;", " ");
    assert!(text.contains("uppdaterades senast den 23 november 2026"), "{text}");
    assert!(text.contains("senaste översynen gjordes den 24 oktober 2027"));
}
