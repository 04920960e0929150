//! The site's own colours: chosen, served, shown.

use app::staff::Role;
use http::StatusCode;

use crate::browser::{Browser, Page};
use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-07T08:00+01:00";
const SAVE: &str = "site/save_settings";
const ROOM: &str = "/admin/installningar/farger";
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

async fn choose(anna: &mut Browser<'_>, fields: &[(&str, &str)]) -> Page {
    let page = anna.see(ROOM).await;
    let version = page.attributes("form.long input[name=version]", "value").remove(0);
    let mut form = vec![("section", "farger"), ("version", version.as_str())];
    form.extend_from_slice(fields);
    anna.form(SAVE, &form, ROOM).await
}

/// Returns the address of the style sheet that a page links.
fn linked(page: &TestResponse) -> Option<String> {
    let (_, rest) = page.text().split_once(r#"<link rel="stylesheet" href="/farger/"#)?;
    Some(format!("/farger/{}", rest.split_once('"')?.0))
}

#[tokio::test]
async fn a_site_without_colours_of_its_own_links_no_style_sheet_for_them() {
    let app = TestApp::demo(AT).await;
    for page in ["/", "/blogg", "/admin/logga-in"] {
        assert_eq!(linked(&app.get(page).await), None, "{page}");
    }
    let empty = app.get("/farger/0123456789abcdef.css").await;
    assert_eq!((empty.status, empty.text()), (StatusCode::OK, ""));
}

#[tokio::test]
async fn chosen_colours_are_everywhere_at_once() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let page = choose(&mut anna, &[("fields[main]", "FF0"), ("fields[accent]", "0 51 153")]).await;
    assert!(page.says("Det är sparat"), "{:?}", page.texts(".notice"));
    assert!(page.texts(".colours li")[0].starts_with("Din gula är kvar i sidhuvudet"));
    let address = linked(&app.get("/").await).expect("a link");
    for page in ["/blogg", "/kalender/2026", "/sok", "/admin/logga-in", "/finns-inte"] {
        let page = app.get(page).await;
        assert_eq!(linked(&page), Some(address.clone()));
        let (css, colours) = (page.text().find("/pkg/"), page.text().find("/farger/"));
        assert!(css < colours, "the site's own declares the layers");
    }
    assert!(app.get("/").await.text().contains(r##"<meta name="theme-color" content="#ffff00""##));
    assert!(app.get("/manifest.webmanifest").await.text().contains(r##""theme_color":"#ffff00""##));

    let sheet = app.get_with(&address, &[("accept-encoding", "br")]).await;
    assert_eq!((sheet.status, sheet.header("cache-control")), (StatusCode::OK, IMMUTABLE));
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    assert_eq!((sheet.header("content-encoding"), sheet.header("vary")), ("br", "accept-encoding"));
    let length: usize = sheet.header("content-length").parse().expect("a length");
    assert!(length < 1_000, "{length} bytes");
    assert!(app.get(&address).await.text().contains("--head:#ffff00;--on-head:#0f1418;"));
}

#[tokio::test]
async fn pages_from_before_a_change_get_the_present_colours() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    choose(&mut anna, &[("fields[main]", "#003399")]).await;
    let old = linked(&app.get("/").await).expect("a link");
    assert_eq!(app.get(&old).await.header("cache-control"), IMMUTABLE);
    choose(&mut anna, &[("fields[main]", "#00573f")]).await;
    let new = linked(&app.get("/").await).expect("a link");
    assert_ne!(old, new);
    let (at_old, at_new) = (app.get(&old).await, app.get(&new).await);
    assert_eq!(at_old.text(), at_new.text());
    assert_eq!((at_old.header("cache-control"), at_new.header("cache-control")), ("no-cache", IMMUTABLE));
    for strange in ["/farger/x.css", "/farger/x"] {
        assert_eq!(app.get(strange).await.text(), at_new.text());
    }
    // Taken back with the button beside the message.
    let page = choose(&mut anna, &[("fields[main]", "#003399"), ("fields[main-none]", "ja")]).await;
    assert_eq!(linked(&app.get("/").await), None);
    let undo: Vec<_> = page.attributes(".notice input", "value");
    assert!(undo.contains(&"#00573f".to_owned()), "{undo:?}");
}

#[tokio::test]
async fn without_a_script_the_palette_counts_where_it_was_moved() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let picked =
        [("fields[main]", ""), ("fields[main-picked]", "#ff0000"), ("fields[main-shown]", "#0e2433")];
    let page = choose(&mut anna, &picked).await;
    assert_eq!(page.attributes("#main", "value"), ["#ff0000"]);
    let page = choose(&mut anna, &[("fields[main]", "skogsgrön")]).await;
    assert!(page.texts(".error").iter().any(|error| error.contains("#003399")), "{:?}", page.texts(".error"));
    assert_eq!(page.attributes("#main", "value"), ["skogsgrön"], "what was typed stays");
    assert!(linked(&app.get("/").await).is_some(), "nothing was changed");
}
