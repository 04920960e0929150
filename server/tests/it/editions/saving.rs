//! Making and changing editions.

use app::staff::Role;
use http::Method;

use super::{AT, ROOM, SAVE, as_sent, form, room_of, shows};
use crate::browser::Browser;
use crate::hostile_texts::texts;
use crate::test_app::TestApp;

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
    assert!(shows(&page, "Lucka 4–7 stängs igen."), "{:?}", page.texts("main li"));
    let typed = page.attributes("form input[name='edition[first_day]']", "value");
    assert_eq!(typed, ["2026-12-05"], "what was typed comes along");
    let mut back = moved.clone();
    back.push(("back".into(), "1".into()));
    let page = anna.form(SAVE, &as_sent(&back), &room).await;
    assert!(page.says("Inget är sparat än."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#first_day", "value"), ["2026-12-05"], "and comes back");
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
