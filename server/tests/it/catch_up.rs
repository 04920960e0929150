//! All open doors of an edition on one page.

use app::calendar::store::add_edition;
use app::calendar::{EditionState, GuldkornForm, NewEdition, Schedule};
use app::posts::store::doors::hang;
use app::posts::store::{NewPost, add_post};
use app::posts::{PostContent, PostKind};
use app::time::UnixMillis;

use crate::browser::Browser;
use crate::test_app::TestApp;

const LAS: &str = "/kalender/2026/las";

/// Creates a published edition, on each of whose days a guldkorn hangs.
async fn long_edition(days: u16, at: &str) -> TestApp {
    let app = TestApp::empty(at).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    let schedule = Schedule::parse("2026-01-01", i64::from(days), "00:00", "Europe/Stockholm").unwrap();
    let edition =
        NewEdition { state: EditionState::Published, ..NewEdition::draft("2026", "Året", schedule) };
    let edition = add_edition(&mut writer, &edition, "").await.unwrap();
    for day in 1..=days {
        let post = NewPost {
            kind: PostKind::Guldkorn,
            slug: format!("dag-{day}"),
            published: true,
            published_at: None,
            content: PostContent {
                title: format!("Titel {day}"),
                form: Some(GuldkornForm::Story),
                body: "## Rubrik\n\nText.".into(),
                ..PostContent::default()
            },
        };
        let post = add_post(&mut writer, &post, UnixMillis(0)).await.unwrap();
        hang(&mut writer, edition, day, post).await.unwrap();
    }
    writer.commit().await.unwrap();
    app
}

#[tokio::test]
async fn open_doors_stand_in_order_with_a_table_of_contents() {
    let app = TestApp::demo("2026-12-12T08:00:00+01:00").await;
    let page = Browser::new(&app).see(LAS).await;
    let days: Vec<String> = (1..=12).map(|day| format!("lucka-{day}")).collect();
    assert_eq!(page.attributes(".catch-up > article", "id"), days);
    let links: Vec<String> = days.iter().map(|day| format!("#{day}")).collect();
    assert_eq!(page.attributes(".catch-up nav .days a", "href"), links);
    assert_eq!(page.texts("h1").len(), 1);
    assert_eq!(page.texts(".catch-up > article > header h2").len(), 12);
    assert!(page.texts(".catch-up .intro")[0].contains("Nästa öppnas i morgon."));
    // Each text is there whole, its own headings below the day's.
    let door = Browser::new(&app).see("/kalender/2026/lucka/3").await;
    assert!(!door.texts(".guldkorn .prose h2").is_empty());
    assert_eq!(page.texts("#lucka-3 .prose h3"), door.texts(".guldkorn .prose h2"));
    assert_eq!(page.texts("#lucka-3 .prose p"), door.texts(".guldkorn .prose p"));
    assert_eq!(page.texts("#lucka-2 blockquote"), door_quote(&app, 2).await);
    assert!(page.texts(".catch-up .prose h2").is_empty());
    // The edition leads here.
    let edition = Browser::new(&app).see("/kalender/2026").await;
    assert!(edition.attributes("main a", "href").contains(&LAS.to_owned()));
}

async fn door_quote(app: &TestApp, day: u16) -> Vec<String> {
    Browser::new(app).see(&format!("/kalender/2026/lucka/{day}")).await.texts(".guldkorn .quote blockquote")
}

#[tokio::test]
async fn sensitive_texts_are_only_named() {
    let app = TestApp::demo("2026-12-24T08:00:00+01:00").await;
    let page = Browser::new(&app).see(LAS).await;
    for day in [9, 16, 19] {
        let door = Browser::new(&app).see(&format!("/kalender/2026/lucka/{day}")).await;
        let title = door.texts(".guldkorn h1 span[dir]").concat();
        let text = page.texts(&format!("#lucka-{day}")).concat() + &page.texts(".days").concat();
        assert!(!text.contains(&title) || title.is_empty(), "{day} tells {title}");
        for paragraph in door.texts(".guldkorn .prose p") {
            assert!(!text.contains(&paragraph), "{day} tells {paragraph}");
        }
        assert!(text.contains("Känsligt innehåll"));
        let door = format!("/kalender/2026/lucka/{day}");
        assert!(page.attributes(&format!("#lucka-{day} a"), "href").contains(&door));
    }
    assert!(page.texts(".catch-up .intro")[0].starts_with("Alla luckor"), "nothing is still to open");
}

#[tokio::test]
async fn it_is_kept_out_of_search_engines() {
    let app = TestApp::demo("2026-12-12T08:00:00+01:00").await;
    let page = Browser::new(&app).see(LAS).await;
    assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
    assert!(page.attributes("link[rel=canonical]", "href").is_empty());
    assert_eq!(page.attributes("meta[name=description]", "content").len(), 1);
    assert!(!app.get("/sitemap.xml").await.text().contains("/las<"));
}

#[tokio::test]
async fn before_the_first_door_it_says_when_that_opens() {
    let app = TestApp::demo("2026-11-25T08:00:00+01:00").await;
    let page = Browser::new(&app).see(LAS).await;
    let intro = page.texts(".catch-up .intro").concat().replace('\u{a0}', " ");
    assert!(intro.contains("Den första öppnas tisdag 1 december."), "{intro}");
    assert!(page.texts(".catch-up > article, .catch-up nav").is_empty());
    let edition = Browser::new(&app).see("/kalender/2026").await;
    assert!(!edition.attributes("main a", "href").contains(&LAS.to_owned()), "nothing leads there yet");
}

#[tokio::test]
async fn a_page_opens_with_its_doors() {
    let app = TestApp::demo("2026-12-12T23:59:59+01:00").await;
    assert!(!app.get(LAS).await.text().contains("lucka-13"));
    app.set_clock("2026-12-13T00:00:00+01:00");
    assert!(app.get(LAS).await.text().contains("lucka-13"));
}

#[tokio::test]
async fn what_is_no_published_edition_is_not_found() {
    let app = TestApp::demo("2026-12-12T08:00:00+01:00").await;
    for address in
        ["/kalender/1999/las", "/kalender/2026/las/1", "/kalender/2026/annat", "/kalender/2026/las?sida=2"]
    {
        assert_eq!(app.get(address).await.status, 404, "{address}");
    }
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query("update editions set state = 'draft'").execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    assert_eq!(app.get(LAS).await.status, 404);
}

#[tokio::test]
async fn a_year_of_doors_is_divided_into_pages() {
    let app = long_edition(120, "2026-04-20T08:00:00+02:00").await;
    let mut seen = Vec::new();
    for (address, days) in
        [(LAS.to_owned(), 50), (format!("{LAS}?sida=2"), 50), (format!("{LAS}?sida=3"), 10)]
    {
        let page = Browser::new(&app).see(&address).await;
        let ids = page.attributes(".catch-up > article", "id");
        assert_eq!(ids.len(), days, "{address}");
        assert_eq!(page.texts(".catch-up nav .days li").len(), days, "{address}");
        seen.extend(ids);
    }
    assert_eq!(seen, (1..=110).map(|day| format!("lucka-{day}")).collect::<Vec<_>>());
    assert_eq!(app.get(&format!("{LAS}?sida=4")).await.status, 404);
}
