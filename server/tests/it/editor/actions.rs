//! What the buttons do.

use app::staff::Role;
use http::Method;

use super::{AT, begin, edition, press, press_on};
use crate::browser::Browser;
use crate::test_app::TestApp;

#[tokio::test]
async fn a_text_is_written_published_and_withdrawn() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = begin(&mut eva, &[("kind", "article")]).await;
    let page = press(&mut eva, &id, "publish", &[("title", "Regnbågsforell")]).await;
    assert!(page.says("kan inte publiceras än"), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes(".notice a", "href"), ["#body"]);
    assert_eq!(page.attributes("#title", "value"), ["Regnbågsforell"], "nothing is lost");

    let typed = [("title", "Regnbågsforell"), ("body", "Fisken simmar."), ("tags", "mod, Fiske")];
    let page = press(&mut eva, &id, "publish", &typed).await;
    assert!(page.says("Texten är publicerad."), "{:?}", page.texts(".notice"));
    assert_eq!(
        page.attributes("button[name=action]", "value")[0],
        "save",
        "Enter presses the first, never undoes"
    );
    let address = page.attributes(".side a[href^='/inlagg/']", "href").remove(0);
    assert_eq!(address, "/inlagg/regnbagsforell");
    assert_eq!(app.get(&address).await.status, 200);
    for place in ["/blogg", "/etikett/fiske", "/feed.xml", "/sitemap.xml", "/sok?q=regnb%C3%A5gsforell"] {
        assert!(app.get(place).await.text().contains("/inlagg/regnbagsforell"), "{place}");
    }

    let page = press(&mut eva, &id, "withdraw", &typed).await;
    assert!(page.says("Ingen läsare ser den längre"), "{:?}", page.texts(".notice"));
    assert_eq!(app.get(&address).await.status, 410);
    for place in ["/blogg", "/feed.xml", "/sitemap.xml", "/sok?q=regnb%C3%A5gsforell"] {
        assert!(!app.get(place).await.text().contains("/inlagg/regnbagsforell"), "{place}");
    }
    assert_eq!(app.get("/etikett/fiske").await.status, 404, "no other text is about it");
    let page = press(&mut eva, &id, "publish", &typed).await;
    assert!(page.says("Texten är publicerad."));
    assert_eq!(app.get(&address).await.status, 200, "undone");
}

#[tokio::test]
async fn what_is_written_on_a_door_is_seen_by_nobody_before_it_opens() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let edition = edition(&app).await;
    let id = begin(&mut eva, &[("kind", "guldkorn"), ("form", "quote")]).await;
    let typed = [
        ("title", "Kolibri"),
        ("form", "quote"),
        ("quote", "Kolibrin flyger."),
        ("source", "deltagare, 28 år"),
        ("body", "Mer om kolibrin."),
    ];
    let door = format!("{edition}:24");
    let mut hung = typed.to_vec();
    hung.push(("door", &door));
    let page = press(&mut eva, &id, "hang", &hung).await;
    assert!(page.says("Texten hänger på lucka 24."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#door option[selected]", "value"), [door.as_str()]);
    let page = press(&mut eva, &id, "publish", &typed).await;
    assert!(page.says("torsdag 24\u{a0}december 2026 kl.\u{a0}00.00"), "{:?}", page.texts(".notice"));
    assert_eq!(app.get("/inlagg/kolibri").await.status, 404);
    assert!(!app.get("/sok?q=kolibri").await.text().contains("/inlagg/kolibri"));

    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let page = press(&mut bo, &id, "hang", &[("door", "")]).await;
    assert!(page.says("Be en redaktör om hjälp."), "{:?}", page.texts(".notice"));
    app.state.clock.set("2026-12-24T00:00+01:00".parse().unwrap());
    assert_eq!(app.get("/inlagg/kolibri").await.status, 200);
}

#[tokio::test]
async fn a_chosen_door_is_saved_with_every_action() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let edition = edition(&app).await;
    let [first, other, taken] = [24, 23, 22].map(|day| format!("{edition}:{day}"));
    let id = begin(&mut eva, &[("kind", "guldkorn"), ("form", "story")]).await;
    let on = |door| [("title", "Kolibri"), ("form", "story"), ("body", "Kolibrin flyger."), ("door", door)];
    let page = press(&mut eva, &id, "publish", &on(first.as_str())).await;
    assert!(
        page.says("Texten är schemalagd och hänger på lucka 24. Den publiceras torsdag 24\u{a0}december")
    );
    assert!(page.says("hänger inte på någon lucka längre."), "{:?}", page.texts(".notice"));
    assert_eq!(app.get("/inlagg/kolibri").await.status, 404, "nobody sees it before");
    assert_eq!(page.attributes("#text [name=hung]", "value"), [first.as_str()]);

    let names = page.attributes("form.notice input, .notice form input", "name");
    let values = page.attributes("form.notice input, .notice form input", "value");
    let undo: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    let before = format!("/admin/inlagg/{}", undo.iter().find(|(name, _)| *name == "id").unwrap().1);
    let page = eva.form("text/hang_back", &undo, &before).await;
    assert!(page.says("Luckorna är som de var förut."), "{:?}", page.texts(".notice"));
    assert_eq!(page.texts(".bar .status"), ["Schemalagd"], "and what hung there comes out on its day again");
    assert_eq!(page.attributes("#door option[selected]", "value"), [first.as_str()]);
    let page = press(&mut eva, &id, "publish", &on(first.as_str())).await;
    assert!(page.says("Texten är schemalagd och hänger på lucka 24."));

    let mut moved = on(other.as_str()).to_vec();
    moved.push(("hung", &first));
    let page = press(&mut eva, &id, "save", &moved).await;
    assert!(page.says("Texten är sparad och hänger på lucka 23."), "{:?}", page.texts(".notice"));
    assert!(page.says("hänger nu på lucka 24."), "{:?}", page.texts(".notice"));
    let mut bo = Browser::of(&app, "Bo", Role::Writer).await;
    let mut down = on("").to_vec();
    down.push(("hung", &other));
    let page = press(&mut bo, &id, "save", &down).await;
    assert!(page.says("Be en redaktör om hjälp."), "{:?}", page.texts(".notice"));
    // A form of an older version changes no door that it does not know.
    let mut stale = on(first.as_str()).to_vec();
    stale.push(("hung", &first));
    let page = press(&mut eva, &id, "publish", &stale).await;
    assert_eq!(page.attributes("#door option[selected]", "value"), [other.as_str()]);

    let (public, door) = (begin(&mut eva, &[("kind", "guldkorn")]).await, first.as_str());
    press(&mut eva, &public, "publish", &[("title", "Trast"), ("form", "story"), ("body", "Den flyger.")])
        .await;
    assert_eq!(app.get("/inlagg/trast").await.status, 200);
    let page =
        press(&mut eva, &public, "save", &[("title", "Trast"), ("form", "story"), ("door", door)]).await;
    assert!(page.says("Läsarna ser den inte igen förrän luckan öppnas."), "{:?}", page.texts(".notice"));
    assert_eq!(app.get("/inlagg/trast").await.status, 404);

    let late = begin(&mut eva, &[("kind", "guldkorn")]).await;
    let open = format!("{edition}:3");
    let page = press(&mut eva, &late, "publish", &on(open.as_str())).await;
    assert!(page.says("Texten är publicerad och hänger på lucka 3."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes(".notice button", "value"), ["withdraw"], "readers have it");

    let wanted = begin(&mut bo, &[("kind", "guldkorn")]).await;
    let desk = format!("/admin/inlagg/{wanted}");
    let look = async |bo: &mut Browser<'_>, door: &str| {
        let form = [
            ("id", wanted.as_str()),
            ("base_revision", "1"),
            ("action", "preview"),
            ("title", "Svala"),
            ("door", door),
        ];
        let response = bo.send(Method::POST, "/api/text/submit", &form).await;
        assert!(response.header("location").starts_with("/admin/forhandsvisning/"));
        bo.see(&desk).await
    };
    let page = look(&mut bo, &taken).await;
    assert!(page.says("Luckan är inte bytt"), "{:?}", page.texts(".notice"));
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update doors set post_id = null where day = 21").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    let free = format!("{edition}:21");
    let page = look(&mut bo, &free).await;
    assert_eq!(page.attributes("#door option[selected]", "value"), [free.as_str()], "it is seen on its day");

    let swap = [("title", "Svala"), ("door", &*taken), ("hung", &free)];
    let page = press(&mut bo, &wanted, "mark_ready", &swap).await;
    assert!(
        page.says("Be en redaktör om hjälp."),
        "what hangs there is not his: {:?}",
        page.texts(".notice")
    );
    assert_eq!(page.attributes("#title", "value"), ["Svala"]);
}

#[tokio::test]
async fn a_renamed_text_is_found_at_both_addresses() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = begin(&mut eva, &[("kind", "page")]).await;
    press(&mut eva, &id, "publish", &[("title", "Våra kurser"), ("body", "Text.")]).await;
    let renamed = [("title", "Våra kurser"), ("body", "Text."), ("slug", "Kurser 2027")];
    press(&mut eva, &id, "publish", &renamed).await;
    let response = app.get("/vara-kurser").await;
    assert_eq!((response.status.as_u16(), response.header("location")), (301, "/kurser-2027"));
    assert_eq!(app.get("/kurser-2027").await.status, 200);
}

#[tokio::test]
async fn actions_can_be_undone() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = begin(&mut eva, &[("kind", "article")]).await;
    let text = [("title", "Sparv"), ("body", "Sparven flyger.")];
    let later = [("title", "Sparv"), ("body", "Sparven flyger."), ("publish_at", "2027-01-01T08:00")];
    for (button, typed, undo, status) in [
        ("mark_ready", &text[..], "make_draft", "Utkast"),
        ("publish", &later, "make_draft", "Utkast"),
        ("publish", &text, "withdraw", "Tillbakadragen"),
        ("publish", &text, "withdraw", "Tillbakadragen"),
    ] {
        let page = press(&mut eva, &id, button, typed).await;
        assert_eq!(page.attributes(".notice button", "value"), [undo], "{button}");
        let undone = press_on(&mut eva, &page, &id, undo, typed).await;
        assert_eq!(undone.texts(".bar .status"), [status], "{button}");
    }
    let page = press(&mut eva, &id, "publish", &text).await;
    assert_eq!(page.texts(".notice button"), ["Ångra"]);
    let page = press(&mut eva, &id, "publish", &[("title", "Sparv"), ("body", "Den sjunger.")]).await;
    assert!(page.says("Texten är publicerad.") && page.texts(".notice button").is_empty(), "readers have it");
}

#[tokio::test]
async fn what_is_typed_in_a_second_window_is_a_version_even_when_its_action_is_rejected() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = begin(&mut eva, &[("kind", "article")]).await;
    let desk = format!("/admin/inlagg/{id}");
    let (one, other) = (eva.see(&desk).await, eva.see(&desk).await);
    let page = press_on(&mut eva, &one, &id, "publish", &[("title", "Det ena fönstret")]).await;
    assert!(page.says("kan inte publiceras än"));
    let page = press_on(&mut eva, &other, &id, "publish", &[("title", "Det andra fönstret")]).await;
    assert!(page.says("kan inte publiceras än"));
    assert_eq!(page.attributes("#title", "value"), ["Det ena fönstret"], "its draft");
    let versions = eva.see(&format!("{desk}/versioner")).await.0.html();
    assert!(versions.contains("Det andra fönstret"), "{versions}");
}

#[tokio::test]
async fn a_reviewer_does_not_write() {
    let app = TestApp::demo(AT).await;
    let mut ove = Browser::of(&app, "Ove", Role::Reviewer).await;
    assert_eq!(ove.send(Method::GET, "/admin/inlagg/1", &[]).await.status, 403);
    let response = ove.send(Method::POST, "/api/text/submit", &[("id", "1"), ("title", "Nej")]).await;
    assert_eq!((response.status.as_u16(), response.header("location")), (302, "/admin"));
}
