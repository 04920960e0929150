//! What a list and a post show: faces, one link a post, related posts that do not repeat, parts that fold.

use scraper::{Html, Selector};

use crate::prerendered::texts;
use crate::test_app::TestApp;

const NOW: &str = "2026-12-07T08:00:00+01:00";

#[tokio::test]
async fn a_teaser_has_one_link_a_face_and_its_date() {
    let app = TestApp::demo(NOW).await;
    for address in ["/", "/blogg", "/blogg/2026/12", "/blogg/2025/12", "/etikett/mod"] {
        let page = app.get(address).await;
        let teasers = texts(&page, ".teaser").len();
        assert_eq!(texts(&page, ".teaser > .face").len(), teasers, "{address}: faces");
        let links = texts(&page, ".teaser a").len() - texts(&page, ".teaser .tags a").len();
        assert_eq!(links, teasers, "{address}: one link a post");
    }
    let dates = texts(&app.get("/blogg/2026/12").await, ".teaser .meta");
    assert_eq!((dates.len(), &*dates[0]), (7, "7 december · Lucka 7"), "seven doors are open");
    assert_eq!(texts(&app.get("/blogg/2025/12").await, ".teaser .meta")[0], "24 december 2025 · Lucka 24");
    assert_eq!(
        texts(&app.get("/inlagg/elva-sekunder").await, ".post > .about-text time"),
        ["7 december 2026"]
    );
}

#[tokio::test]
async fn a_panel_is_drawn_from_what_the_post_is() {
    let app = TestApp::demo("2026-12-12T09:00:00+01:00").await;
    let page = app.get("/blogg").await;
    let face = |slug: &str, what: &str| texts(&page, &format!("[data-post={slug}] .face{what}"));
    assert_eq!(face("elva-sekunder", ".lit b"), ["7"], "a story has its day");
    let quote = &face("nollan-i-meritforteckningen", ".said p")[0];
    assert!(quote.starts_with("De frågade hur många år") && quote.ends_with(" …"), "{quote}");
    // A sensitive post is neither quoted nor told by its subject.
    let html = Html::parse_document(page.text());
    let neutral = Selector::parse("[data-post=en-fraga-som-alla-far] .face img").unwrap();
    let drawings: Vec<_> = html.select(&neutral).filter_map(|image| image.attr("src")).collect();
    let names = ["stig", "bro", "lykta", "ljus"].map(app::paths::drawing);
    assert!(drawings.len() == 1 && names.iter().any(|name| name == drawings[0]), "{drawings:?}");
    let thought = Selector::parse("[data-post=trettio-artiklar-pa-ett-kylskap] .face img").unwrap();
    let drawing = html.select(&thought).find_map(|image| image.attr("src")).unwrap();
    assert!(["/amnen/brev.svg", "/amnen/kopp.svg"].contains(&drawing), "one of its subjects: {drawing}");
}

#[tokio::test]
async fn the_page_of_a_tag_begins_with_its_sentences() {
    let app = TestApp::demo(NOW).await;
    let page = app.get("/etikett/mod").await;
    let sentences = texts(&page, ".list-head h1 + .intro");
    assert!(sentences[0].starts_with("Mod låter sällan"), "{sentences:?}");
    assert!(page.text().contains(&format!("<meta name=\"description\" content=\"{}\"", sentences[0])));
    assert!(texts(&app.get("/blogg").await, ".list-head .intro").is_empty());
}

#[tokio::test]
async fn no_text_is_related_to_more_than_two_others() {
    let app = TestApp::demo("2026-12-24T09:00:00+01:00").await;
    let posts: Vec<String> = sqlx::query_scalar(
        "select slug from posts where kind in ('article', 'guldkorn') and public_from <= $1",
    )
    .bind(app.state.clock.now_millis())
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    let mut places = std::collections::HashMap::<String, usize>::new();
    for slug in &posts {
        for related in texts(&app.get(&app::paths::post(slug)).await, ".related h3") {
            *places.entry(related).or_default() += 1;
        }
    }
    assert!(places.values().sum::<usize>() > posts.len(), "nearly every post has two");
    let repeated: Vec<_> = places.iter().filter(|(_, count)| **count > 2).collect();
    assert!(repeated.is_empty(), "{repeated:?}");
}

#[tokio::test]
async fn archive_and_contents_are_folded_in_the_html_and_headings_stand_beside() {
    let app = TestApp::demo(NOW).await;
    let page = app.get("/inlagg/arbetstraning-ar-ingen-vantsal").await;
    assert_eq!(
        texts(&page, ".aside h2 + .fold:not([open]) > summary"),
        ["Senaste inläggen", "Arkiv", "Etiketter"]
    );
    assert_eq!(texts(&page, ".aside h2"), ["Senaste inläggen", "Arkiv", "Etiketter"]);
    assert_eq!(texts(&page, ".contents .fold:not([open]) li"), texts(&page, ".post .prose h2"));
    let html = Html::parse_document(page.text());
    for link in html.select(&Selector::parse(".contents a").unwrap()) {
        let id = link.attr("href").unwrap().trim_start_matches('#').to_owned();
        assert_eq!(html.select(&Selector::parse(&format!("[id='{id}']")).unwrap()).count(), 1, "{id}");
    }
    assert!(
        texts(&app.get("/inlagg/elva-sekunder").await, ".contents").is_empty(),
        "a short text needs none"
    );
    assert!(!texts(&app.get("/saker-surf").await, ".contents li").is_empty());
}
