//! Hostile texts.

use app::staff::Role;
use app::text_input;

use super::{AT, LINE, TEXT, begin, press_on};
use crate::browser::{Browser, Page};
use crate::hostile_texts::texts;
use crate::test_app::TestApp;

/// Hostile input comes back as text, in every field and on every page that shows it.
#[tokio::test]
async fn hostile_texts_are_text_in_the_editor_and_beside_it() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let id = begin(&mut eva, &[("kind", "guldkorn"), ("form", "quote")]).await;
    let desk = format!("/admin/inlagg/{id}");
    let known = eva.see(&desk).await;
    let mut page = eva.see(&desk).await;
    let texts = texts();
    assert!(texts.len() >= 300);
    for (number, (name, text)) in texts.iter().enumerate() {
        let line: String = text.chars().take(LINE).collect();
        let text: String = text.chars().take(TEXT).collect();
        let mut typed: Vec<(&str, &str)> =
            ["title", "slug", "source", "author", "teaser", "tags", "publish_at"]
                .map(|field| (field, line.as_str()))
                .to_vec();
        typed.extend([("picture", line.as_str()), ("picture_alt", &line), ("picture_caption", &line)]);
        typed.extend([("form", line.as_str()), ("quote", text.as_str()), ("body", text.as_str())]);
        page = press_on(&mut eva, &page, &id, "save", &typed).await;
        assert_eq!(page.attributes("#title", "value"), [text_input::line(&line)], "{name}");
        assert_eq!(page.texts("#body"), [text_input::lines(&text)], "{name}");
        assert_is_harmless(&page, &known, name);
        // The comparison shows two of them; computing it takes a while without optimisation.
        if number % 2 == 1 {
            assert_is_harmless(&eva.see(&format!("{desk}/versioner")).await, &known, name);
        }
    }
}

/// Asserts that a page has no scripts and event handlers but those of an empty editor.
fn assert_is_harmless(page: &Page, known: &Page, what: &str) {
    let scripts = |page: &Page| page.texts("script").len();
    assert!(scripts(page) <= scripts(known), "{what}");
    for forbidden in ["iframe", "object", "embed", "base", "link[rel=import]", "svg script", "main style"] {
        assert!(page.texts(forbidden).is_empty(), "{what}: {forbidden}");
    }
    let addresses = ["a", "form", "img", "input", "button"].into_iter().flat_map(|element| {
        ["href", "src", "action", "formaction"]
            .into_iter()
            .flat_map(move |name| page.attributes(element, name))
    });
    for address in addresses {
        let address = address.trim().to_lowercase();
        assert!(!address.starts_with("javascript:") && !address.starts_with("data:"), "{what}: {address}");
    }
    assert!(page.attribute_names().iter().all(|name| !name.starts_with("on")), "{what}");
}
