//! Text is the same text everywhere: as it is typed, searched for, linked to and syndicated.

use app::staff::Role;
use http::Method;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::browser::Browser;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";

/// Writes and publishes a post, and returns its id.
async fn publish(eva: &mut Browser<'_>, kind: &str, typed: &[(&str, &str)]) -> String {
    let response = eva.send(Method::POST, "/api/text/begin", &[("kind", kind)]).await;
    let editor = response.header("location").to_owned();
    let id = editor.strip_prefix("/admin/inlagg/").expect("an editor").to_owned();
    let page = eva.see(&editor).await;
    let hidden = |name: &str| page.attributes(&format!("#text > input[name={name}]"), "value").remove(0);
    let (base, draft) = (hidden("base_revision"), hidden("draft_version"));
    let mut form = vec![
        ("id", id.as_str()),
        ("base_revision", base.as_str()),
        ("draft_version", draft.as_str()),
        ("action", "publish"),
    ];
    form.extend_from_slice(typed);
    let page = eva.form("text/submit", &form, &editor).await;
    assert!(!page.says("kan inte publiceras"), "{:?}", page.texts(".notice"));
    id
}

/// Returns the address of a published post.
async fn address(app: &TestApp, id: &str) -> String {
    let slug: String = sqlx::query_scalar("select slug from posts where id = $1 and state = 'published'")
        .bind(id.parse::<i64>().unwrap())
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    format!("/inlagg/{slug}")
}

#[tokio::test]
async fn what_was_copied_from_a_pdf_or_a_page_is_found_as_what_was_typed() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let decomposed = "A\u{30a}tga\u{308}rder";
    let shown = "till\u{ad}gäng\u{ad}lighets\u{ad}redo\u{ad}görelse";
    publish(&mut eva, "article", &[("title", decomposed), ("body", "Ett."), ("tags", "Stöd, Mål")]).await;
    let typed = [("title", shown), ("body", decomposed), ("tags", "Sto\u{308}d, Ma\u{30a}l")];
    let second = publish(&mut eva, "article", &typed).await;
    assert_eq!(address(&app, &second).await, "/inlagg/tillganglighetsredogorelse");
    for (words, hits) in [("Åtgärder", 2), (decomposed, 2), (shown, 1), ("tillgänglighetsredogörelse", 1)]
    {
        let page = eva.see(&format!("/sok?q={}", utf8_percent_encode(words, NON_ALPHANUMERIC))).await;
        assert_eq!(page.texts(".hit h3").len(), hits, "{words:?}");
    }
    let tags: Vec<String> = sqlx::query_scalar("select name from tags order by id")
        .fetch_all(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(tags, ["Stöd", "Mål"]);
}

#[tokio::test]
async fn a_title_in_any_script_has_a_readable_address_everywhere() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    for (title, slug, language) in [
        ("Добро пожаловать", "dobro-pozhalovat", "ru"),
        ("مرحبا", "mrhb", "ar"),
        ("ሰላም", "selam", "ti"),
        ("Łukasz och Đorđe", "lukasz-och-dorde", "sv"),
    ] {
        let typed = [("title", title), ("body", "Text."), ("language", language)];
        let id = publish(&mut eva, "article", &typed).await;
        let address = address(&app, &id).await;
        assert_eq!(address, format!("/inlagg/{slug}"));
        let page = app.get(&address).await;
        assert_eq!(page.status, 200);
        assert!(
            page.text().contains(&format!("<link rel=\"canonical\" href=\"http://127.0.0.1:3000{address}\"")),
            "{address}"
        );
        assert!(page.text().contains(&format!("\"inLanguage\":\"{language}\"")), "{address}");
        for machine in ["/feed.xml", "/sitemap.xml"] {
            assert!(app.get(machine).await.text().contains(&address), "{machine} {address}");
        }
        let image = app.get(&format!("/bild{address}.png")).await;
        assert_eq!((image.status.as_u16(), image.header("content-type")), (200, "image/png"));
    }
}

#[tokio::test]
async fn feeds_have_whole_links_and_no_words_that_only_a_page_hides() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    let body =
        "[Kommunen](www.kommun.example) och [Digg](https://www.digg.se/) har tillgänglighetsredogörelser.";
    let typed = [
        ("title", "Länkar"),
        ("form", "quote"),
        ("quote", "\"Det gick.\""),
        ("source", "deltagare"),
        ("body", body),
    ];
    let id = publish(&mut eva, "guldkorn", &typed).await;
    for feed in ["/feed.xml", "/rss.xml", "/feed.json"] {
        let feed = app.get(feed).await.text().to_owned();
        assert!(
            feed.contains("https://www.kommun.example") && feed.contains("tillgänglighetsredogörelser"),
            "{feed}"
        );
        assert!(!feed.contains("annan webbplats") && !feed.contains('\u{ad}'), "{feed}");
        assert!(
            feed.contains("Det gick.")
                && !["”Det", "&quot;Det", "\\\"Det"].iter().any(|mark| feed.contains(mark)),
            "{feed}"
        );
    }
    let page = eva.see(&address(&app, &id).await).await;
    assert_eq!(page.texts("figure.quote blockquote"), ["Det gick."], "the page draws the mark");
    assert_eq!(page.texts(".prose .visually-hidden"), [" (annan webbplats)", " (annan webbplats)"]);
}

#[tokio::test]
async fn a_time_that_the_editor_understands_is_the_time_of_publishing() {
    let app = TestApp::empty(AT).await;
    let mut eva = Browser::of(&app, "Eva", Role::Editor).await;
    for typed in ["2026-12-24 08:00", "2026-12-24T08:00", "24 december 2026 kl. 8.00"] {
        let form = [("title", typed), ("body", "Text."), ("publish_at", typed)];
        let id = publish(&mut eva, "article", &form).await;
        let page = eva.see(&format!("/admin/inlagg/{id}")).await;
        assert_eq!(page.attributes("#publish_at", "value"), ["2026-12-24T08:00"], "{typed}");
        let address = address(&app, &id).await;
        app.set_clock("2026-12-24T07:59+01:00");
        assert_eq!(app.get(&address).await.status, 404, "{typed}");
        app.set_clock("2026-12-24T08:00+01:00");
        assert_eq!(app.get(&address).await.status, 200, "{typed}");
        app.set_clock(AT);
    }
}
