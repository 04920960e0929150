//! One truth about a text: what its writer reads is what the calendar, the dashboard, the lists, the previews and a
//! reviewer outside read, with whose words they are; and nothing is offered or said that does not hold.

use app::staff::Role;
use http::Method;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";

/// Begins a text as by a press of a button, and returns its id.
async fn begin(browser: &mut Browser<'_>, form: &[(&str, &str)]) -> String {
    let response = browser.send(Method::POST, "/api/text/begin", form).await;
    response.header("location").strip_prefix("/admin/inlagg/").expect("an editor").to_owned()
}

/// Sends a form as the client's autosave does.
async fn autosave(browser: &mut Browser<'_>, id: &str, typed: &[(&str, &str)]) {
    let mut form = vec![("id", id), ("base_revision", "0"), ("draft_version", "0")];
    form.extend_from_slice(typed);
    let response = browser.send(Method::POST, "/api/text/autosave", &form).await;
    assert!(response.status.is_redirection() || response.status == 200, "{}", response.status);
}

async fn press(browser: &mut Browser<'_>, id: &str, action: &str, typed: &[(&str, &str)]) -> Page {
    let editor = format!("/admin/inlagg/{id}");
    let page = browser.see(&editor).await;
    let hidden = |name| page.attributes(&format!("#text > input[name={name}]"), "value").remove(0);
    let (base, draft) = (hidden("base_revision"), hidden("draft_version"));
    let hung = page.attributes("#text [name=hung]", "value").concat();
    let mut form = vec![
        ("id", id),
        ("base_revision", base.as_str()),
        ("draft_version", draft.as_str()),
        ("action", action),
        ("hung", hung.as_str()),
    ];
    if !typed.iter().any(|(name, _)| *name == "door") {
        form.push(("door", hung.as_str()));
    }
    form.extend_from_slice(typed);
    browser.form("text/submit", &form, &editor).await
}

async fn edition(app: &TestApp) -> String {
    let id: i64 = sqlx::query_scalar("select id from editions where slug = '2026'")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    id.to_string()
}

/// Creates an edition with empty days as an editor, and returns its id.
async fn empty_edition(app: &TestApp, editor: &mut Browser<'_>) -> String {
    let typed = [
        ("edition[title]", "Tomma dagar"),
        ("edition[slug]", "tomma"),
        ("edition[first_day]", "2027-12-01"),
        ("edition[days]", "24"),
        ("edition[opens_at]", "00:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    editor.send(Method::POST, "/api/calendar/create_edition", &typed).await;
    let id: i64 = sqlx::query_scalar("select id from editions where slug = 'tomma'")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    id.to_string()
}

fn day(page: &Page, number: u16) -> String {
    page.texts(&format!("#dag-{number} .what")).concat()
}

#[tokio::test]
async fn an_autosaved_text_is_the_same_text_everywhere() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let edition = empty_edition(&app, &mut eva).await;
    let calendar = format!("/admin/kalendrar/{edition}");
    let number = 5;
    let id = begin(&mut bo, &[("kind", "guldkorn"), ("edition", &edition), ("day", "5")]).await;
    let typed = [("title", "Morgonstund"), ("form", "thought"), ("body", "Kolibrin flyger.")];
    autosave(&mut bo, &id, &typed).await;

    let page = eva.see(&calendar).await;
    let what = day(&page, number);
    assert!(what.contains("Morgonstund") && what.contains("tanke"), "{what}");
    assert!(what.contains("Inte sparad som version, skriven av Bo nyss") && !what.contains("tomt"), "{what}");
    let list = eva.see("/admin/inlagg?q=Morgonstund").await;
    assert_eq!(list.texts(".texts h3"), ["Morgonstund"]);
    assert!(list.texts(".marks").concat().contains("Inte sparad som version, skriven av Bo"));
    let dashboard = bo.see("/admin").await;
    assert!(dashboard.texts(".dashboard").concat().contains("Morgonstund"));
    let text = eva.see(&format!("/admin/forhandsvisning/text/{id}")).await;
    assert!(text.texts("h1").concat().contains("Morgonstund"));
    assert!(text.texts(".as-of").concat().contains("Det Bo skrev nyss är med"), "{:?}", text.texts(".as-of"));
    let framed = text.attributes("iframe", "src").remove(0);
    assert!(eva.send(Method::GET, &framed, &[]).await.text().contains("Kolibrin flyger."));

    // A saved version is newer than the draft of somebody else.
    app.set_clock("2026-12-07T08:05+01:00");
    press(&mut eva, &id, "save", &[("title", "Aftonstund"), ("form", "thought"), ("body", "Ugglan flyger.")])
        .await;
    let what = day(&eva.see(&calendar).await, number);
    assert!(what.contains("Aftonstund") && !what.contains("Inte sparad"), "{what}");
}

#[tokio::test]
async fn a_link_for_somebody_outside_shows_the_newest_words_and_says_so() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = begin(&mut eva, &[("kind", "article")]).await;
    autosave(&mut eva, &id, &[("title", "Morgonstund"), ("body", "Kolibrin flyger.")]).await;
    let page = format!("/admin/forhandsvisning/text/{id}#dela");
    let page = eva.form("staff/share", &[("post", &id)], &page).await;
    let link = page.texts(".fresh-link code").remove(0);
    let shown = app.get(link.strip_prefix("http://guldkorn.example").unwrap()).await;
    assert!(shown.text().contains("Kolibrin flyger.") && shown.text().contains("Morgonstund"));
    let told = "Texten är från måndag 7\u{a0}december kl.\u{a0}08.00 och är ett utkast som inte är sparat";
    assert!(shown.text().contains(told), "{}", shown.text());
}

#[tokio::test]
async fn a_new_text_without_a_word_is_not_kept() {
    let app = TestApp::demo(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let first = begin(&mut bo, &[("kind", "article")]).await;
    let list = bo.see("/admin/inlagg?status=utkast").await;
    assert!(!list.texts(".texts h3").contains(&"Namnlös text".to_owned()), "{:?}", list.texts(".texts h3"));
    assert!(!bo.see("/admin").await.texts("main").concat().contains("Namnlös text"));
    assert_eq!(bo.see(&format!("/admin/inlagg/{first}")).await.attributes("[autofocus]", "id"), ["title"]);

    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let edition = empty_edition(&app, &mut eva).await;
    begin(&mut bo, &[("kind", "guldkorn"), ("edition", &edition), ("day", "5")]).await;
    let what = day(&bo.see(&format!("/admin/kalendrar/{edition}")).await, 5);
    assert!(what.contains("ingen text") && what.contains("Skriv ett guldkorn"), "{what}");

    autosave(&mut bo, &first, &[("title", "Nu med ord")]).await;
    let list = bo.see("/admin/inlagg?status=utkast").await;
    assert!(list.texts(".texts h3").contains(&"Nu med ord".to_owned()));
    let mut ada = Browser::of(&app, "Ada", Role::Admin).await;
    let log = ada.see("/admin/handelser").await.texts("main li").concat();
    assert_eq!(log.matches("började på texten").count(), 1, "only what somebody wrote in: {log}");
}

#[tokio::test]
async fn a_text_restored_without_its_door_does_not_say_that_it_is_scheduled() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let edition = edition(&app).await;
    let door = format!("{edition}:24");
    let typed =
        [("title", "Kolibri"), ("form", "story"), ("body", "Kolibrin flyger."), ("door", door.as_str())];
    let one = begin(&mut eva, &[("kind", "guldkorn"), ("form", "story")]).await;
    let page = press(&mut eva, &one, "publish", &typed).await;
    assert_eq!(page.texts(".bar .status"), ["Schemalagd"]);
    press(&mut eva, &one, "move_to_trash", &typed).await;
    let calendar = eva.see(&format!("/admin/kalendrar/{edition}")).await;
    let what = day(&calendar, 24);
    assert!(what.contains("i papperskorgen") && what.contains("Skriv ett guldkorn"), "{what}");

    let two = begin(&mut eva, &[("kind", "guldkorn"), ("edition", &edition), ("day", "24")]).await;
    press(&mut eva, &two, "save", &[("title", "Uggla"), ("form", "story"), ("body", "Hu.")]).await;
    let page = press(&mut eva, &one, "restore_from_trash", &[]).await;
    assert!(page.says("En annan text hänger på luckan nu"), "{:?}", page.texts(".notice"));
    assert_eq!(page.texts(".bar .status"), ["Klar för publicering"]);
}

#[tokio::test]
async fn writers_throw_away_what_they_began_and_are_offered_nothing_else() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let own = begin(&mut bo, &[("kind", "article")]).await;
    press(&mut bo, &own, "save", &[("title", "Bos"), ("body", "Text.")]).await;
    let evas = begin(&mut eva, &[("kind", "article")]).await;
    press(&mut eva, &evas, "save", &[("title", "Evas"), ("body", "Text.")]).await;

    let trash = ".side button[value=move_to_trash]";
    assert_eq!(bo.see(&format!("/admin/inlagg/{own}")).await.texts(trash).len(), 1);
    assert!(bo.see(&format!("/admin/inlagg/{evas}")).await.texts(trash).is_empty());
    let page = press(&mut bo, &evas, "move_to_trash", &[("title", "Evas"), ("body", "Text.")]).await;
    assert!(
        page.says("Du kan bara slänga texter som du själv har börjat på."),
        "{:?}",
        page.texts(".notice")
    );
    let bulk = "button[formaction='/api/text/trash_many']";
    assert!(bo.see("/admin/inlagg").await.texts(bulk).is_empty());
    assert_eq!(eva.see("/admin/inlagg").await.texts(bulk).len(), 1);
    press(&mut bo, &own, "move_to_trash", &[("title", "Bos"), ("body", "Text.")]).await;
    assert!(press(&mut bo, &own, "restore_from_trash", &[]).await.says("Texten är tillbaka."));

    // A published text keeps its door.
    let published: i64 = sqlx::query_scalar(
        "select d.post_id from doors d join posts p on p.id = d.post_id where p.state = 'published' limit 1",
    )
    .fetch_one(app.state.db.reader())
    .await
    .unwrap();
    let page = bo.see(&format!("/admin/inlagg/{published}")).await;
    assert!(page.texts("#door").is_empty() && page.texts("button[value=hang]").is_empty());
}

#[tokio::test]
async fn the_log_says_scheduled_when_it_was_scheduled() {
    let app = TestApp::empty(AT).await;
    let mut ada = Browser::of(&app, "Ada", Role::Admin).await;
    let id = begin(&mut ada, &[("kind", "article")]).await;
    let typed = [("title", "Mod"), ("body", "Text."), ("publish_at", "2026-12-20T08:00")];
    press(&mut ada, &id, "publish", &typed).await;
    let log = ada.see("/admin/handelser").await.texts("main .entries, main ol, main ul").concat();
    assert!(log.contains("schemalade texten") && !log.contains("publicerade texten"), "{log}");
}

#[tokio::test]
async fn after_a_guldkorn_the_next_empty_door_and_the_calendar_are_a_press_away() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let edition = empty_edition(&app, &mut eva).await;
    let door = format!("{edition}:24");
    let typed =
        [("title", "Kolibri"), ("form", "story"), ("body", "Kolibrin flyger."), ("door", door.as_str())];
    let id = begin(&mut eva, &[("kind", "guldkorn"), ("form", "story")]).await;
    let page = press(&mut eva, &id, "publish", &typed).await;
    let links = page.attributes(".notice[data-kind=done] a", "href");
    assert_eq!(links, [format!("/admin/kalendrar/{edition}")]);
    let days = page.attributes(".notice[data-kind=done] [name=day]", "value");
    assert_eq!(days.last().map(String::as_str), Some("1"), "after the last day the first");
    assert_eq!(page.attributes("[autofocus]", "role"), ["status"], "the message has the focus");
}

#[tokio::test]
async fn a_form_that_fails_says_so_and_keeps_what_was_typed() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = begin(&mut eva, &[("kind", "article")]).await;
    let mut writer = app.state.db.write_quietly().await.unwrap();
    sqlx::query(
        "create trigger full before insert on revisions begin select raise(abort, 'disk is full'); end",
    )
    .execute(&mut *writer)
    .await
    .unwrap();
    writer.commit().await.unwrap();
    let form = [("id", id.as_str()), ("action", "save"), ("title", "Mod"), ("body", "Kolibrin <b>flyger.")];
    let response = eva.send(Method::POST, "/api/text/submit", &form).await;
    assert_eq!(response.status, 500);
    let page = response.text();
    assert!(page.contains("Det gick inte att spara just nu") && page.contains("Inget du skrev är borta"));
    assert!(page.contains("Kolibrin &lt;b&gt;flyger.</textarea>"), "{page}");
    assert!(page.contains("action=\"/api/text/submit\""), "{page}");
}
