//! The editions' pages for staff, by plain forms.

use app::staff::Role;
use http::Method;

use crate::browser::Browser;
use crate::hostile_texts::texts;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const ROOM: &str = "/admin/kalendrar";
const SAVE: &str = "calendar/save_edition";

/// Returns the fields of an edition's form, with some replaced.
async fn form(browser: &mut Browser<'_>, room: &str, others: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = browser.see(room).await;
    let mut form: Vec<(String, String)> = ["id", "version"]
        .map(|name| {
            (name.to_owned(), page.attributes(&format!("#kalender input[name={name}]"), "value").remove(0))
        })
        .into();
    for name in [
        "title",
        "lead_before",
        "lead",
        "lead_last",
        "lead_after",
        "best_doors",
        "slug",
        "first_day",
        "days",
        "opens_at",
        "reminds_at",
    ] {
        form.push((format!("edition[{name}]"), page.attributes(&format!("#{name}"), "value").remove(0)));
    }
    form.push(("edition[introduction]".into(), page.texts("#introduction").remove(0)));
    for name in ["time_zone", "scene", "order", "state"] {
        let chosen = page.attributes(&format!("#{name} option[selected]"), "value").remove(0);
        form.push((format!("edition[{name}]"), chosen));
    }
    for (name, value) in others {
        form.retain(|(known, _)| known != name);
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    form
}

fn as_sent(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Returns the path of the staff's page for the edition with a slug.
async fn room_of(app: &TestApp, slug: &str) -> String {
    let id: i64 = sqlx::query_scalar("select id from editions where slug = $1")
        .bind(slug)
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    format!("{ROOM}/{id}")
}

#[tokio::test]
async fn all_of_the_staff_see_the_editions_and_editors_change_them() {
    let app = TestApp::demo(AT).await;
    let mut bo = Browser::of(&app, "Bo", Role::Reviewer).await;
    let list = bo.see(ROOM).await;
    let rows = list.texts(".entries > li");
    assert!(rows.len() == 2 && rows[0].contains("1–24\u{a0}december 2026"), "{rows:?}");
    assert!(rows[0].contains("Lucka 8 öppnas tisdag 8\u{a0}december"), "{rows:?}");
    assert!(list.texts("a.button").is_empty());
    let room = room_of(&app, "2026").await;
    let page = bo.see(&room).await;
    assert!(page.texts("main form").is_empty() && page.texts(".facts dd").len() > 2);
    assert_eq!(page.texts(".edition-days > li").len(), 24);

    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let page = anna.see(&room).await;
    assert_eq!(page.attributes("#label-13", "value"), ["Lucia"]);
    assert!(page.attributes(".edition-days a", "href")[0].starts_with("/admin/inlagg/"));
    let changed =
        form(&mut anna, &room, &[("edition[title]", "Nytt namn"), ("edition[labels][9]", "Nian")]).await;
    let page = anna.form(SAVE, &as_sent(&changed), &room).await;
    assert!(page.says("Kalendern är sparad."), "{:?}", page.texts(".notice"));
    assert_eq!(page.texts("h1"), ["Nytt namn"]);
    assert_eq!(page.attributes("#label-9", "value"), ["Nian"]);
    assert_eq!(page.attributes("#label-13", "value"), ["Lucia"], "what was not sent stays");
    assert!(app.get("/kalender/2026").await.text().contains("Nytt namn"), "at once");
}

#[tokio::test]
async fn an_edition_is_begun_with_good_defaults_and_published() {
    let app = TestApp::empty(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let page = anna.see("/admin/kalendrar/ny").await;
    assert_eq!(page.attributes("#first_day", "value"), ["2027-12-01"]);
    assert_eq!(
        page.attributes("#time_zone optgroup:first-child option[selected]", "value"),
        ["Europe/Stockholm"]
    );
    let typed = [
        ("edition[title]", "Kalendern"),
        ("edition[slug]", "Fel adress"),
        ("edition[first_day]", "2027-12-01"),
        ("edition[days]", "24"),
        ("edition[opens_at]", "00:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    let page = anna.form("calendar/create_edition", &typed, "/admin/kalendrar/ny").await;
    assert_eq!(page.attributes(".notice a", "href"), ["#slug"]);
    assert_eq!(page.attributes("[aria-invalid]", "id"), ["slug"]);
    assert_eq!(
        (page.attributes("#title", "value"), page.attributes("#slug", "value")),
        (vec!["Kalendern".into()], vec!["Fel adress".into()])
    );
    assert!(page.texts("title")[0].starts_with("Fel: "));

    let typed: Vec<_> = typed.into_iter().filter(|(name, _)| *name != "edition[slug]").collect();
    let page = anna.form("calendar/create_edition", &typed, "/admin/kalendrar/1").await;
    assert!(page.says("finns nu som utkast"));
    assert_eq!(app.get("/kalender/2027").await.status, 404);
    let changed = form(&mut anna, "/admin/kalendrar/1", &[("edition[state]", "published")]).await;
    let page = anna.form(SAVE, &as_sent(&changed), "/admin/kalendrar/1").await;
    assert!(page.says("Kalendern är publicerad. Något saknas på dag 1–24."), "{:?}", page.texts(".notice"));
    assert_eq!(app.get("/kalender/2027").await.status, 200);
}

#[tokio::test]
async fn doors_do_not_close_by_mistake() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    let moved = form(&mut anna, &room, &[("edition[first_day]", "2026-12-05")]).await;
    let page = anna.form(SAVE, &as_sent(&moved), &room).await;
    assert!(page.says("stänger lucka 4–7"), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#first_day", "value"), ["2026-12-05"], "what was typed comes back");
    assert_eq!(app.get("/kalender/2026/lucka/7").await.status, 200);
    let mut sure = moved;
    sure.push(("edition[sure]".into(), "1".into()));
    assert!(anna.form(SAVE, &as_sent(&sure), &room).await.says("Kalendern är sparad."));
    assert_eq!(app.get("/kalender/2026/lucka/7").await.status, 403);
    assert!(!app.get("/blogg").await.text().contains("/kalender/2026/lucka/4\""));
}

#[tokio::test]
async fn two_who_change_the_same_edition_see_both_and_lose_nothing() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let mut bo = Browser::of(&app, "Bo", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    let annas = form(&mut anna, &room, &[("edition[title]", "Annas")]).await;
    let bos = form(&mut bo, &room, &[("edition[title]", "Bos"), ("edition[labels][9]", "Nian")]).await;
    assert!(bo.form(SAVE, &as_sent(&bos), &room).await.says("sparad"));
    let page = anna.form(SAVE, &as_sent(&annas), &room).await;
    assert!(page.says("Bo har ändrat kalendern sedan du öppnade sidan."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#title", "value"), ["Annas"]);
    assert!(
        page.texts("#title-theirs")[0].contains("Bo har skrivit") && page.texts("#title-theirs q") == ["Bos"]
    );
    assert!(app.get("/kalender/2026").await.text().contains("Bos"), "nothing was overwritten");
    let version = page.attributes("#kalender input[name=version]", "value").remove(0);
    let again: Vec<_> = annas
        .iter()
        .map(|(name, value)| {
            (name.as_str(), if name == "version" { version.as_str() } else { value.as_str() })
        })
        .collect();
    assert!(anna.form(SAVE, &again, &room).await.says("sparad"));
    let page = anna.see(&room).await;
    assert_eq!(
        (page.texts("h1"), page.attributes("#label-9", "value")),
        (vec!["Annas".into()], vec!["Nian".into()])
    );
}

#[tokio::test]
async fn the_old_address_of_an_edition_redirects_to_the_new_one() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    let changed = form(&mut anna, &room, &[("edition[slug]", "jul-2026")]).await;
    anna.form(SAVE, &as_sent(&changed), &room).await;
    for (old, new) in [
        ("/kalender/2026", "/kalender/jul-2026"),
        ("/kalender/2026?vy=lista", "/kalender/jul-2026?vy=lista"),
        ("/kalender/2026/lucka/7", "/kalender/jul-2026/lucka/7"),
        ("/kalender/2026/lucka/24", "/kalender/jul-2026/lucka/24"),
        ("/kalender/2026.ics", "/kalender/jul-2026.ics"),
        ("/kalender/2026/feed.xml", "/kalender/jul-2026/feed.xml"),
        ("/bild/kalender/2026/lucka/7.png", "/bild/kalender/jul-2026/lucka/7.png"),
    ] {
        for method in [Method::GET, Method::HEAD] {
            let response = app.send(method, old, &[], axum::body::Body::empty()).await;
            assert_eq!((response.status.as_u16(), response.header("location")), (301, new), "{old}");
        }
        assert_ne!(app.get(new).await.status, 404, "{new}");
    }
    let client = [("accept", "application/json"), ("content-type", "application/x-www-form-urlencoded")];
    let response = app.get_with("/api/calendar/edition?slug=2026", &client).await;
    assert_eq!((response.status.as_u16(), response.header("location")), (404, "/kalender/jul-2026"));
    assert_eq!(app.get("/kalender/2024").await.status, 404);
}

#[tokio::test]
async fn only_a_draft_with_empty_doors_is_deleted_and_it_can_be_undone() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    let delete = "calendar/delete_edition";
    let id = room.rsplit('/').next().unwrap();
    assert!(anna.see(&room).await.texts(".danger").is_empty(), "readers see it");
    assert!(anna.form(delete, &[("id", id)], &room).await.says("Läsarna ser kalendern."));
    let hidden = [("edition[state]", "draft"), ("edition[sure]", "1")];
    let hidden = form(&mut anna, &room, &hidden).await;
    anna.form(SAVE, &as_sent(&hidden), &room).await;
    assert!(anna.form(delete, &[("id", id)], &room).await.says("Texter hänger på dag 1–24."));
    assert_eq!(anna.see(&room).await.texts(".edition-days > li").len(), 24);

    let introduction = "Rad ett.\n\n**Rad** två.";
    let typed = [
        ("edition[title]", "Påskägg"),
        ("edition[lead]", "Tio dagar"),
        ("edition[introduction]", introduction),
        ("edition[slug]", "pask"),
        ("edition[first_day]", "2027-03-20"),
        ("edition[days]", "10"),
        ("edition[opens_at]", "08:00"),
        ("edition[time_zone]", "Europe/Helsinki"),
        ("edition[scene]", "grid"),
        ("edition[order]", "fixed"),
        ("edition[labels][3]", "Palmsöndag"),
    ];
    let begun = anna.send(Method::POST, "/api/calendar/create_edition", &typed).await;
    let begun = begun.header("location").to_owned();
    let before = form(&mut anna, &begun, &[]).await;
    let id = begun.rsplit('/').next().unwrap();
    let page = anna.form(delete, &[("id", id)], ROOM).await;
    assert!(page.says("Kalendern ”Påskägg” är borttagen."), "{:?}", page.texts(".notice"));
    assert!(!page.texts(".entries > li").iter().any(|row| row.contains("Påskägg")));
    assert_eq!(anna.send(Method::GET, &begun, &[]).await.status, 404);
    assert!(anna.form(delete, &[("id", id)], ROOM).await.says("finns inte längre"));

    let names = page.attributes(".notice input", "name");
    let values = page.attributes(".notice input", "value");
    let undo: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    let response = anna.send(Method::POST, "/api/calendar/create_edition", &undo).await;
    let back = response.header("location").to_owned();
    let page = anna.see(&back).await;
    assert_eq!(page.attributes("#label-3", "value"), ["Palmsöndag"]);
    let without_id =
        |form: Vec<(String, String)>| form.into_iter().filter(|(name, _)| name != "id").collect::<Vec<_>>();
    assert_eq!(without_id(form(&mut anna, &back, &[]).await), without_id(before));
    let actions: Vec<String> = sqlx::query_scalar("select action from audit_log order by id desc limit 3")
        .fetch_all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(actions, ["edition_begun", "edition_deleted", "edition_begun"]);
}

#[tokio::test]
async fn hostile_texts_come_back_as_text() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    for (_, text) in texts().into_iter().step_by(9) {
        let text: String = text.chars().take(50).collect();
        let others = [
            ("edition[title]", text.as_str()),
            ("edition[lead]", &text),
            ("edition[introduction]", &text),
            ("edition[labels][24]", &text),
            // Not an address, so that all of it comes back in the form.
            ("edition[slug]", "Å"),
        ];
        let typed = form(&mut anna, &room, &others).await;
        let page = anna.form(SAVE, &as_sent(&typed), &room).await;
        assert_eq!(page.attributes("#slug", "value"), ["Å"]);
        let line = |text: &str| text.replace(['\n', '\r'], "");
        let back = page.attributes("#label-24", "value").remove(0);
        assert_eq!(line(&back).replace('\0', "\u{fffd}"), line(&text).replace('\0', "\u{fffd}"));
        assert!(page.attributes("main script, main img[onerror], main iframe, main svg", "class").is_empty());
        assert!(page.texts("main script").is_empty(), "{text}");
        assert_eq!(page.texts("form.long").len(), 1, "nothing ends the form: {text}");
    }
}

#[tokio::test]
async fn texts_are_moved_only_after_a_summary_and_get_their_days_back_by_undo() {
    let app = TestApp::demo("2026-11-20T08:00+01:00").await;
    let mut ada = Browser::of(&app, "Ada", Role::Admin).await;
    let room = room_of(&app, "2026").await;
    let moved = form(&mut ada, &room, &[("edition[first_day]", "2026-12-02")]).await;
    let page = ada.form(SAVE, &as_sent(&moved), &room).await;
    assert!(page.says("texter en ny tid"), "{:?}", page.texts(".notice"));
    let rows = page.texts(".notice details li");
    assert!(rows.len() > 10 && rows[0].starts_with("Dag 1, ”"), "{rows:?}");
    assert!(
        rows[0].contains("1\u{a0}december 2026") && rows[0].contains("→ onsdag 2\u{a0}december"),
        "{rows:?}"
    );
    let first_day = async || -> String {
        let query = sqlx::query_scalar("select first_day from editions where slug = '2026'");
        query.fetch_one(app.state.db.reader()).await.unwrap()
    };
    assert_eq!(first_day().await, "2026-12-01", "not yet");

    let button = page.attributes(".notice button[form=kalender]", "name").remove(0);
    let mut confirmed = moved;
    confirmed.push((button, "1".into()));
    let page = ada.form(SAVE, &as_sent(&confirmed), &room).await;
    assert!(
        page.says("Kalendern är sparad.") && page.says("texter fick en ny tid."),
        "{:?}",
        page.texts(".notice")
    );
    assert_eq!(first_day().await, "2026-12-02");
    let log = ada.see("/admin/handelser").await.texts("main").concat();
    assert!(
        log.contains("första dagen 2026-12-01 → 2026-12-02") && log.contains("texter fick en ny tid"),
        "{log}"
    );

    let names = page.attributes(".notice form input", "name");
    let values = page.attributes(".notice form input", "value");
    let undo: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    let page = ada.form(SAVE, &undo, &room).await;
    assert!(page.says("Kalendern är sparad."), "{:?}", page.texts(".notice"));
    assert_eq!(first_day().await, "2026-12-01");
    assert_eq!(page.attributes("#label-13", "value"), ["Lucia"], "the names of days stay");
}

#[tokio::test]
async fn a_days_name_is_not_lost_by_writing_for_a_day() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2026").await;
    let typed = form(&mut anna, &room, &[("edition[labels][9]", "Nian"), ("day", "24")]).await;
    let response = anna.send(Method::POST, "/api/calendar/write_on_day", &as_sent(&typed)).await;
    assert!(response.header("location").starts_with("/admin/inlagg/"), "{}", response.header("location"));
    assert_eq!(anna.see(&room).await.attributes("#label-9", "value"), ["Nian"]);

    // Whatever else was changed is not lost either.
    let typed = form(
        &mut anna,
        &room,
        &[("edition[labels][9]", "Nio"), ("edition[title]", "Ny titel"), ("day", "24")],
    )
    .await;
    let page = anna.form("calendar/write_on_day", &as_sent(&typed), &room).await;
    assert!(page.says("Spara dem först"), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#title", "value"), ["Ny titel"]);
    assert_eq!(page.attributes("#label-9", "value"), ["Nio"]);
}

#[tokio::test]
async fn the_best_of_the_year_is_chosen_by_numbers_of_doors() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let room = room_of(&app, "2025").await;
    for (typed, message) in [
        ("den tredje", "Skriv luckornas nummer med komma emellan"),
        ("3, 25", "Kalendern har ingen lucka 25."),
        ("1, 2, 3, 4, 5, 6, 7", "Välj högst sex luckor."),
    ] {
        let sent = form(&mut anna, &room, &[("edition[best_doors]", typed)]).await;
        let page = anna.form("calendar/save_edition", &as_sent(&sent), &room).await;
        assert!(page.says(message), "{typed}: {:?}", page.texts(".error"));
        assert_eq!(page.attributes("#best_doors", "value"), [typed]);
    }
    let sent = form(&mut anna, &room, &[("edition[best_doors]", "24 och 3,24")]).await;
    anna.form("calendar/save_edition", &as_sent(&sent), &room).await;
    assert_eq!(anna.see(&room).await.attributes("#best_doors", "value"), ["24, 3"]);
    let shown = app.get("/kalender/2025").await;
    let (best, _) = shown.text().split_once("Fler kalendrar").unwrap();
    let (_, best) = best.split_once("Årets bästa").unwrap();
    let order = ["/lucka/24", "/lucka/3\""].map(|door| best.find(door).expect(door));
    assert!(order.is_sorted(), "the editor's order");
}

#[tokio::test]
async fn empty_doors_are_named_at_every_distance_and_while_the_calendar_is_a_draft() {
    let app = TestApp::empty("2026-09-01T08:00+02:00").await;
    let mut anna = Browser::of(&app, "Anna", Role::Editor).await;
    let typed = [
        ("edition[title]", "Julkalendern"),
        ("edition[first_day]", "2026-12-01"),
        ("edition[days]", "24"),
        ("edition[opens_at]", "00:00"),
        ("edition[time_zone]", "Europe/Stockholm"),
    ];
    anna.form("calendar/create_edition", &typed, "/admin/kalendrar/1").await;
    let response = anna
        .send(Method::POST, "/api/text/begin", &[("kind", "guldkorn"), ("edition", "1"), ("day", "3")])
        .await;
    let id = response.header("location").strip_prefix("/admin/inlagg/").unwrap().to_owned();
    let written = [
        ("id", id.as_str()),
        ("action", "save"),
        ("title", "Mod"),
        ("body", "Text."),
        ("hung", "1:3"),
        ("door", "1:3"),
    ];
    anna.form("text/submit", &written, &format!("/admin/inlagg/{id}")).await;
    let dashboard = anna.see("/admin").await.texts(".empty-doors").concat();
    assert!(dashboard.contains("lucka 1–2 och 4–24 är tomma. Kalendern är ett utkast."), "{dashboard}");
    let list = anna.see(ROOM).await.texts(".entries > li").concat();
    assert!(list.contains("1 dag har en text. Tomma: dag 1–2 och 4–24."), "{list}");
    let page = anna.see("/admin/kalendrar/1").await.texts("main > * .quiet, main .quiet").concat();
    assert!(page.contains("Tomma: dag 1–2 och 4–24."), "{page}");
}
