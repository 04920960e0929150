//! The settings, by plain forms.

use app::staff::Role;

use crate::browser::{Browser, Page};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";
const SAVE: &str = "site/save_settings";
const SECTIONS: [&str; 10] = [
    "webbplatsen",
    "logotyp",
    "farger",
    "kontakt",
    "lankar",
    "finansiarer",
    "trygghet",
    "delning",
    "tillganglighet",
    "ordval",
];

/// Returns the fields that a browser would send of a section's form.
fn sent(page: &Page) -> Vec<(String, String)> {
    let named = |control: &str, value: Vec<String>| {
        page.attributes(&format!("form.long {control}"), "name").into_iter().zip(value).collect::<Vec<_>>()
    };
    // A file is sent by a form of its own.
    let inputs = [
        "input:not([type=radio]):not([type=checkbox]):not([form])",
        "input[type=radio][checked]",
        "input[type=checkbox][checked]",
    ];
    let mut form: Vec<_> = inputs
        .into_iter()
        .flat_map(|input| named(input, page.attributes(&format!("form.long {input}"), "value")))
        .collect();
    form.extend(named("textarea", page.texts("form.long textarea")));
    form.extend(named("select", page.attributes("form.long select option[selected]", "value")));
    form
}

fn with<'a>(form: &'a [(String, String)], others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| !others.iter().any(|(other, _)| other == name));
    kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(others.iter().copied()).collect()
}

fn room(section: &str) -> String {
    format!("/admin/installningar/{section}")
}

#[tokio::test]
async fn every_section_can_be_saved_as_it_is() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let page = anna.see("/admin/installningar").await;
    let listed = page.attributes(".entries a", "href");
    assert_eq!(listed.first().map(String::as_str), Some("/admin/borja"));
    assert!(SECTIONS.map(room).iter().all(|section| listed.contains(section)), "{listed:?}");
    assert!(page.texts(".missing")[0].contains("http://127.0.0.1:3000"), "no address of its own");
    let start = app.get("/").await;
    for section in SECTIONS {
        let form = sent(&anna.see(&room(section)).await);
        let page = anna.form(SAVE, &with(&form, &[]), &room(section)).await;
        assert!(page.says("Det är sparat"), "{section}: {:?}", page.texts(".notice"));
        let now = sent(&page);
        let of_this_page = [("version", ""), ("idempotency_key", "")];
        assert_eq!(with(&now, &of_this_page), with(&form, &of_this_page), "{section}");
    }
    let body = |response: &crate::test_app::TestResponse| response.text().replace(char::is_numeric, "").len();
    assert!(body(&start).abs_diff(body(&app.get("/").await)) < 50, "nothing was changed");
    assert_eq!(anna.send(http::Method::GET, &room("x"), &[]).await.status, 404);
}

#[tokio::test]
async fn saved_settings_are_shown_at_once() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    for (section, field, value, page) in [
        ("webbplatsen", "fields[name]", "Nya <i>namnet</i>", "/blogg"),
        ("webbplatsen", "fields[notice]", "En rad längst ner", "/blogg"),
        ("kontakt", "fields[email]", "hej@exempel.se", "/blogg"),
        ("lankar", "lists[head][1][label]", "Alla inlägg här", "/blogg"),
        ("finansiarer", "lists[funders][0][name]", "Förbundet Ny", "/blogg"),
        ("trygghet", "fields[exit_address]", "https://www.example.org/", "/blogg"),
    ] {
        let form = sent(&anna.see(&room(section)).await);
        let response = anna.form(SAVE, &with(&form, &[(field, value)]), &room(section)).await;
        assert!(response.says("Det är sparat"), "{section}: {:?}", response.texts(".notice"));
        let shown = app.get(page).await;
        if section == "trygghet" {
            assert_eq!(app.get("/lamna").await.header("location"), value);
        } else {
            let escaped = value.replace('<', "&lt;").replace('>', "&gt;");
            assert!(
                shown.text().contains(&escaped) || shown.text().contains(value) && !value.contains('<'),
                "{field}"
            );
            assert!(!shown.text().contains("<i>namnet"), "{field}");
        }
    }
}

#[tokio::test]
async fn rows_are_added_moved_removed_and_restored() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let links = room("lankar");
    let labels = |page: &Page| {
        let rows = "#head fieldset:not(:last-child) input[name$='[label]']";
        page.attributes(rows, "value").join(" ")
    };
    let page = anna.see(&links).await;
    assert_eq!(labels(&page), "Kalendern Blogg Röster Om Kontakt");
    let form = sent(&page);
    let new = [("lists[head][5][label]", "Ny"), ("lists[head][5][path]", "/sok")];
    let page = anna.form(SAVE, &with(&form, &new), &links).await;
    assert_eq!(labels(&page), "Kalendern Blogg Röster Om Kontakt Ny");
    let form = sent(&page);
    let page = anna.form(SAVE, &with(&form, &[("act", "up-head-5")]), &links).await;
    assert_eq!(labels(&page), "Kalendern Blogg Röster Om Ny Kontakt");
    let form = sent(&page);
    let page = anna.form(SAVE, &with(&form, &[("act", "remove-head-0")]), &links).await;
    assert_eq!(labels(&page), "Blogg Röster Om Ny Kontakt");
    assert!(page.says("Raden är borttagen."));
    let inputs = ".notice input";
    let back: Vec<_> =
        page.attributes(inputs, "name").into_iter().zip(page.attributes(inputs, "value")).collect();
    let page = anna.form(SAVE, &with(&back, &[]), &links).await;
    assert_eq!(labels(&page), "Kalendern Blogg Röster Om Ny Kontakt");
    let wrong = [("lists[head][2][path]", "/finns-inte"), ("lists[head][0][label]", "")];
    let form = sent(&page);
    let page = anna.form(SAVE, &with(&form, &wrong), &links).await;
    assert_eq!(page.attributes(".notice a", "href"), ["#head-0-label", "#head-2-path"]);
    assert_eq!(page.attributes("#head-2-path", "value"), ["/finns-inte"]);
    assert!(app.get("/blogg").await.text().contains("href=\"/roster\""), "nothing was saved");
}

#[tokio::test]
async fn two_who_change_the_same_section_see_both() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let mut bo = Browser::of(&app, "Bo", Role::Admin).await;
    let (annas, bos) = (sent(&anna.see(&room("kontakt")).await), sent(&bo.see(&room("kontakt")).await));
    bo.form(SAVE, &with(&bos, &[("fields[phone]", "010-111 11 11")]), &room("kontakt")).await;
    let page = anna.form(SAVE, &with(&annas, &[("fields[phone]", "010-222 22 22")]), &room("kontakt")).await;
    assert!(page.says("Bo har ändrat det här sedan du öppnade sidan."), "{:?}", page.texts(".notice"));
    assert_eq!(page.attributes("#phone", "value"), ["010-222 22 22"]);
    assert_eq!(page.texts("#phone-theirs q"), ["010-111 11 11"]);
    assert_eq!(page.texts(".theirs").len(), 1);
    assert!(app.get("/").await.text().contains("010-111 11 11"));
    let again = sent(&page);
    assert!(anna.form(SAVE, &with(&again, &[]), &room("kontakt")).await.says("Det är sparat"));
    assert!(app.get("/").await.text().contains("010-222 22 22"));

    let (annas, bos) = (sent(&anna.see(&room("ordval")).await), sent(&bo.see(&room("ordval")).await));
    bo.form(SAVE, &with(&bos, &[("act", "remove-words-0")]), &room("ordval")).await;
    let page = anna.form(SAVE, &with(&annas, &[("lists[words][0][instead]", "folk")]), &room("ordval")).await;
    assert!(page.texts(".theirs")[0].contains("Bo har sparat den här listan"));
}

#[tokio::test]
async fn outdated_help_numbers_are_marked() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    assert!(anna.see(&room("trygghet")).await.texts(".rows .missing").is_empty());
    app.set_clock("2027-06-07T08:00+02:00");
    let mut anna = {
        let mut browser = Browser::new(&app);
        assert!(browser.log_in("anna@exempel.se", "tre blåa grytor").await);
        browser
    };
    assert_eq!(anna.see(&room("trygghet")).await.texts(".rows .missing").len(), 6);
    assert!(anna.see("/admin/installningar").await.texts(".missing").len() == 2);
}

#[tokio::test]
async fn only_admins_can_read_and_write_settings() {
    let app = TestApp::demo(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    for address in [
        "/admin/installningar/kontakt",
        "/admin/installningar",
        "/admin/handelser?sida=1",
        "/admin/installningarx",
    ] {
        let response = eva.send(http::Method::POST, "/api/staff/room", &[("address", address)]).await;
        assert_eq!((response.status.as_u16(), response.header("location")), (302, "/admin"), "{address}");
        assert!(!response.text().contains("Inställningar"));
    }
}
