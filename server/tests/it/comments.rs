//! Comments and readings, by plain forms: roles, refusals, and nothing of it for readers.

use app::posts::PostKind;
use app::posts::store::{NewPost, add_post};
use app::staff::Role;
use app::time::UnixMillis;
use http::Method;

use crate::browser::{Browser, PASSWORD, Page};
use crate::mail_server::{Behaviour, TestMailServer};
use crate::test_app::TestApp;

const AT: &str = "2026-11-15T12:00+01:00";
const COMMENTS: &str = "/admin/inlagg/1/kommentarer";
const EDITOR: &str = "/admin/inlagg/1";
/// Stands in everything that is said about a text.
const CANARY: &str = "kanariefågel";

async fn fill(app: &TestApp) {
    let mut writer = app.state.db.write_content().await.unwrap();
    let post = NewPost::draft(PostKind::Article, "sma-steg", "Små steg").with_content(|content| {
        content.body = "Hon vågade fråga.\n\nDet gick bra & <b>väl</b>.".into();
    });
    add_post(&mut writer, &post, UnixMillis(1)).await.unwrap();
    writer.commit().await.unwrap();
}

async fn site() -> TestApp {
    let app = TestApp::empty(AT).await;
    fill(&app).await;
    app
}

async fn comment(browser: &mut Browser<'_>, block: &str, words: &str, body: &str) -> Page {
    let form = [("post", "1"), ("block", block), ("words", words), ("body", body)];
    browser.form("comment/add", &form, COMMENTS).await
}

/// Presses a button of the editor.
async fn press(browser: &mut Browser<'_>, action: &str, body: &str) {
    let page = browser.see(EDITOR).await;
    let hidden = |name: &str| page.attributes(&format!("#text > input[name={name}]"), "value").remove(0);
    let (base, draft) = (hidden("base_revision"), hidden("draft_version"));
    let form = [
        ("id", "1"),
        ("base_revision", base.as_str()),
        ("draft_version", draft.as_str()),
        ("title", "Små steg"),
        ("body", body),
        ("action", action),
    ];
    browser.form("text/submit", &form, EDITOR).await;
}

async fn save(browser: &mut Browser<'_>, body: &str) {
    press(browser, "save", body).await;
}

#[tokio::test]
async fn a_reviewer_comments_the_writer_changes_and_it_is_resolved() {
    let app = site().await;
    let mut eva = Browser::of(&app, "Eva", Role::Reviewer).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let page = comment(&mut eva, "1", "vågade fråga", "Vem?").await;
    assert!(page.says("Kommentaren är sparad."), "{:?}", page.texts(".notice"));
    assert_eq!(page.texts("mark a"), ["vågade fråga (kommentar 1 av 1, av Eva)"]);
    let id = page.attributes(".comment", "id").remove(0);
    assert_eq!(page.attributes("mark a", "href"), [format!("#{id}")]);
    let way = page.attributes(".comment h3 ~ p a", "href").remove(0);
    assert_eq!(page.attributes("mark a", "id"), [way.trim_start_matches('#')]);
    assert_eq!(page.texts(".comment h3"), ["Kommentar 1 av 1, av Eva, om: vågade fråga"]);

    save(&mut bo, "Nytt först.\n\nHon vågade fråga.").await;
    let page = bo.see(COMMENTS).await;
    assert_eq!(page.texts("[data-passage='2'] mark a").len(), 1, "it went along");
    save(&mut bo, "Nytt först.\n\nHon frågade.").await;
    let page = bo.see(COMMENTS).await;
    assert!(page.texts("mark").is_empty());
    assert_eq!(page.texts(".comment .fate"), ["Kommentaren hör till en text som har ändrats."]);
    assert_eq!(page.texts(".comment q"), ["vågade fråga"], "the words are still told");
    assert_eq!(bo.see(EDITOR).await.texts("#changes p a")[0], "Kommentarer och läsning (1 öppen)");
    save(&mut bo, "Nytt först.\n\nHon vågade fråga.").await;
    assert_eq!(bo.see(COMMENTS).await.texts("mark a").len(), 1, "it is found again");

    let number = id.trim_start_matches("kommentar-");
    let page =
        bo.form("comment/add", &[("post", "1"), ("answers", number), ("body", "Hon.")], COMMENTS).await;
    assert!(page.says("Svaret är sparat.") && page.texts(".answers .comment-body") == ["Hon."]);
    let page = bo.form("comment/act", &[("post", "1"), ("id", number), ("action", "klar")], COMMENTS).await;
    assert!(page.says("Kommentaren är klar.") && page.texts(".count") == ["Inga öppna kommentarer."]);
    assert!(page.texts("mark").is_empty() && page.texts(".resolved .comment").len() == 1);
    let page =
        bo.form("comment/act", &[("post", "1"), ("id", number), ("action", "ta-bort")], COMMENTS).await;
    assert!(page.says("Du kan bara ta bort kommentarer som du själv har skrivit."));
    let page =
        eva.form("comment/act", &[("post", "1"), ("id", number), ("action", "ta-bort")], COMMENTS).await;
    assert!(page.says("Kommentaren är borttagen."));
    assert_eq!(page.attributes(".notice button", "value"), ["ta-tillbaka"]);
}

#[tokio::test]
async fn what_was_typed_stays_when_it_is_refused_and_markup_is_text() {
    let app = site().await;
    let mut eva = Browser::of(&app, "Eva", Role::Reviewer).await;
    let hostile = "</textarea><script>alert(1)</script>\"'&";
    let page = comment(&mut eva, "1", hostile, hostile).await;
    assert!(page.says("De orden står inte så i texten."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#ord-1", "value"), [hostile]);
    assert_eq!(page.texts("#kommentar-1"), [format!("\n{hostile}").trim_start()]);
    assert_eq!(page.attributes(".notice a", "href"), ["#ord-1"]);
    let page = comment(&mut eva, "2", "<b>väl</b>", hostile).await;
    assert!(page.says("Kommentaren är sparad."), "{:?}", page.texts(".notice"));
    assert_eq!(page.texts(".comment > .comment-body"), [hostile]);
    assert!(page.texts("script").iter().all(|script| !script.contains("alert")));
    let page = comment(&mut eva, "", "", &"å".repeat(2001)).await;
    assert!(page.says("Kommentaren är för lång. Korta den till högst 2000 tecken."));
    assert_eq!(page.texts("#kommentar-alla")[0].chars().count(), 2001, "and nothing typed is lost");
    assert!(comment(&mut eva, "", "", " ").await.says("Skriv din kommentar först."));
}

#[tokio::test]
async fn somebody_is_asked_reads_and_the_text_is_changed_afterwards() {
    let app = site().await;
    let mut eva = Browser::of(&app, "Eva", Role::Reviewer).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    save(&mut bo, "Hon vågade fråga.").await;
    assert!(bo.see(COMMENTS).await.texts("button[value=last]").is_empty(), "nobody reads the own text");
    let form = [("post", "1"), ("person", "1"), ("note", "Är den för lång?")];
    let page = bo.form("reading/ask", &form, COMMENTS).await;
    assert!(page.says("Frågan är ställd."), "{:?}", page.texts(".notice"));
    let dashboard = eva.see("/admin").await;
    let waits = dashboard.texts("section[aria-labelledby=concerns] li").remove(0);
    assert!(waits.contains("Små steg") && waits.contains("Bo ber dig läsa.") && waits.contains("för lång"));
    let revision =
        eva.see(COMMENTS).await.attributes(".give-reading input[name=revision]", "value").remove(0);
    let form = [("post", "1"), ("revision", revision.as_str()), ("action", "andra")];
    let page = eva.form("reading/give", &form, COMMENTS).await;
    assert!(page.says("Skriv vad du vill ändra"), "{:?}", page.texts(".notice"));
    let form = [("post", "1"), ("revision", revision.as_str()), ("action", "last")];
    let page = eva.form("reading/give", &form, COMMENTS).await;
    assert!(page.texts(".readings li")[0].starts_with("Eva har läst texten"));
    assert!(eva.see("/admin").await.texts("section[aria-labelledby=concerns]").is_empty());
    save(&mut bo, "Hon vågade inte.").await;
    let page = bo.see(COMMENTS).await;
    assert!(page.texts(".readings li")[0].contains("Ändrad efter läsningen."));
    assert_eq!(page.texts(".readings ins").len(), 1, "and what was changed is shown");
    let page = eva.form("reading/give", &form, COMMENTS).await;
    assert!(page.says("Texten är ändrad sedan du öppnade sidan."));
    for function in ["reading/ask", "reading/cancel"] {
        let response = eva.send(Method::POST, &format!("/api/{function}"), &[("post", "1")]).await;
        assert_eq!(response.header("location"), "/admin", "a reviewer asks nobody");
    }
}

#[tokio::test]
async fn readers_get_nothing_of_it() {
    let app = site().await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    comment(&mut eva, "1", "vågade", CANARY).await;
    comment(&mut eva, "", "", CANARY).await;
    eva.form("reading/ask", &[("post", "1"), ("person", "1"), ("note", CANARY)], COMMENTS).await;
    let mut bo = Browser::of(&app, "Bo", Role::Reviewer).await;
    let form = [("post", "1"), ("revision", "0"), ("action", "andra"), ("reason", CANARY)];
    assert!(bo.form("reading/give", &form, COMMENTS).await.says("Skribenten ser"));
    press(&mut eva, "publish", "Hon vågade fråga.").await;
    assert_eq!(app.get("/inlagg/sma-steg").await.status, 200, "readers have it");
    assert!(eva.see(COMMENTS).await.0.html().contains(CANARY), "the canary sings");
    for address in [
        "/",
        "/blogg",
        "/inlagg/sma-steg",
        "/feed.xml",
        "/rss.xml",
        "/feed.json",
        "/sitemap.xml",
        "/sok?q=kanarie",
    ] {
        let response = app.get(address).await;
        let page = response.text();
        assert!(!page.contains(CANARY), "{address}");
        for trace in ["kommentar-1", "<mark", "data-passage", "/kommentarer"] {
            assert!(!page.contains(trace), "{trace} at {address}");
        }
    }
}

#[tokio::test]
async fn the_asked_and_the_writer_get_a_letter_without_a_word_of_the_text() {
    let mut server = TestMailServer::start(Behaviour::Accepts).await;
    let app = TestApp::with_mail(AT, server.mail.clone()).await;
    fill(&app).await;
    let mut eva = Browser::of(&app, "Eva", Role::Reviewer).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    save(&mut bo, "Hon vågade fråga.").await;
    bo.form("reading/ask", &[("post", "1"), ("person", "1"), ("note", CANARY)], COMMENTS).await;
    let mail = server.next().await;
    assert_eq!(mail.to, ["RCPT TO:<eva@exempel.se>"]);
    let words = mail.text();
    assert!(words.contains("Någon har bett dig läsa en text:"), "{words}");
    assert!(words.contains(&format!("http://127.0.0.1:3000{COMMENTS}")), "{words}");
    comment(&mut eva, "1", "", CANARY).await;
    let mail = server.next().await;
    assert_eq!(mail.to, ["RCPT TO:<bo@exempel.se>"]);
    for words in [words, mail.text()] {
        assert!(!words.contains(CANARY) && !words.contains("Små steg"), "{words}");
    }
    comment(&mut eva, "1", "", "En till.").await;
    assert!(server.is_quiet().await, "one letter an hour");
}

#[tokio::test]
async fn whoever_has_not_read_after_three_days_is_reminded_once_and_the_asker_sees_it() {
    let mut server = TestMailServer::start(Behaviour::Accepts).await;
    let app = TestApp::with_mail(AT, server.mail.clone()).await;
    fill(&app).await;
    let mut eva = Browser::of(&app, "Eva", Role::Reviewer).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    save(&mut bo, "Hon vågade fråga.").await;
    bo.form("reading/ask", &[("post", "1"), ("person", "1"), ("note", "")], COMMENTS).await;
    assert_eq!(server.next().await.to, ["RCPT TO:<eva@exempel.se>"]);
    let page = bo.see(COMMENTS).await;
    assert!(
        page.texts(".readings li")[0].starts_with("Du bad Eva om läsning i dag."),
        "{:?}",
        page.texts("li")
    );

    app.set_clock("2026-11-18T12:00+01:00");
    assert!(eva.log_in("eva@exempel.se", PASSWORD).await && bo.log_in("bo@exempel.se", PASSWORD).await);
    // Something that happens to the site sends what is due; so does the next run of the maintenance.
    comment(&mut bo, "1", "", "Är det bra så?").await;
    let reminder = server.next().await;
    assert_eq!(reminder.to, ["RCPT TO:<eva@exempel.se>"]);
    let words = reminder.text();
    assert!(words.contains("Påminnelse: någon har bett dig läsa en text och väntar på dig:"), "{words}");
    assert!(words.contains(&format!("http://127.0.0.1:3000{COMMENTS}")) && !words.contains("Små steg"));
    let concerns = "section[aria-labelledby=concerns] li";
    let waits = eva.see("/admin").await.texts(concerns).remove(0);
    assert!(waits.contains("Bo bad dig läsa för 3 dagar sedan. Texten väntar på dig."), "{waits}");
    let waits = bo.see("/admin").await.texts(concerns).remove(0);
    assert!(waits.contains("Du bad om läsning för 3 dagar sedan. Inget svar än från Eva."), "{waits}");
    let page = bo.see(COMMENTS).await;
    let row = page.texts(".readings li").remove(0);
    assert!(row.starts_with("Du bad Eva om läsning för 3 dagar sedan."), "{row}");
    assert!(row.contains("En påminnelse skickades i dag."), "{row}");

    app.set_clock("2026-11-18T14:00+01:00");
    comment(&mut bo, "1", "", "Någon?").await;
    assert!(server.is_quiet().await, "once");
}
