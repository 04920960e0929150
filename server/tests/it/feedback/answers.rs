//! Receipts, numbers and answers.

use app::staff::Role;
use http::Method;

use super::{ANSWER, AT, FORM, LATER, WORDS, page, post, receipt, shows, site, text_of};
use crate::browser::Browser;
use crate::mail_server::{Behaviour, TestMailServer};
use crate::test_app::TestApp;

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
