//! Sensitive texts: whom to call stands beside them, and neither title nor invitation gives the reader away.

use scraper::{Html, Selector};

use crate::test_app::{Answer, TestApp};

const AT: &str = "2026-12-24T08:00+01:00";

fn count(page: &Answer, what: &str) -> usize {
    Html::parse_document(page.text()).select(&Selector::parse(what).unwrap()).count()
}

fn title(page: &Answer) -> String {
    let page = Html::parse_document(page.text());
    page.select(&Selector::parse("head title").unwrap()).next().unwrap().text().collect()
}

#[tokio::test]
async fn sensitive_texts_have_help_and_a_harmless_title() {
    let app = TestApp::demo(AT).await;
    let numbers: i64 = sqlx::query_scalar("select count(*) from help_numbers")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    let numbers = usize::try_from(numbers).unwrap();
    let texts: Vec<(u16, String, String, bool)> = sqlx::query_as(
        "select d.day, p.slug, p.title, p.sensitive from doors d join posts p on p.id = d.post_id
         join editions e on e.id = d.edition_id where e.slug = '2026'",
    )
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    let safe: String = sqlx::query_scalar("select safe_title from site_settings")
        .fetch_one(app.state.db.reader())
        .await
        .unwrap();
    assert_eq!(texts.iter().filter(|text| text.3).count(), 3, "the demo has three");
    for (day, slug, name, sensitive) in texts {
        let helped = if sensitive { numbers } else { 0 };
        let door = app.get(&format!("/kalender/2026/lucka/{day}")).await;
        let post = app.get(&app::paths::post(&slug)).await;
        for page in [&door, &post] {
            assert_eq!(count(page, r#"aside.help a[href^="tel:"]"#), helped, "{day}");
        }
        assert_eq!(count(&door, "button.needs-script") == 0, sensitive, "passed on: {day}");
        assert!(!title(&door).contains(&name), "{day}");
        assert_eq!(title(&post).starts_with(&safe), sensitive, "{day}");
        assert_eq!(title(&post).contains(&name), !sensitive, "{day}");
        assert_eq!(count(&post, r#"head meta[name="description"]"#) == 0, sensitive, "{day}");
    }
}

#[tokio::test]
async fn search_engines_leave_closed_doors_alone() {
    let app = TestApp::demo("2026-12-07T08:00+01:00").await;
    for (day, closed) in [(7, false), (8, true)] {
        let page = app.get(&format!("/kalender/2026/lucka/{day}")).await;
        assert_eq!(count(&page, r#"head meta[name="robots"][content="noindex"]"#) == 1, closed, "{day}");
    }
}

#[tokio::test]
async fn a_title_is_never_markup() {
    let app = TestApp::demo(AT).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query(
        "update posts set title = '</title><script>bus()</script>', teaser = '\"><script>bus()</script>'",
    )
    .execute(&mut *writer)
    .await
    .unwrap();
    sqlx::query(
        "update editions set title = '</title><script>bus()</script>', lead = '<script>bus()</script>'",
    )
    .execute(&mut *writer)
    .await
    .unwrap();
    writer.commit().await.unwrap();
    let slug: String =
        sqlx::query_scalar("select slug from posts where kind = 'article' and state = 'published' limit 1")
            .fetch_one(app.state.db.reader())
            .await
            .unwrap();
    for address in [
        "/",
        "/blogg",
        "/roster",
        "/kalender/2026",
        "/kalender/2026?vy=lista",
        "/kalender/2026/lucka/7",
        &app::paths::post(&slug),
    ] {
        let page = app.get(address).await;
        assert_eq!(page.status, 200, "{address}");
        let html = Html::parse_document(page.text());
        let scripts = Selector::parse("script").unwrap();
        let bad = html
            .select(&scripts)
            .filter(|script| script.attr("nonce").is_none() && script.attr("src").is_none());
        assert_eq!(bad.count(), 0, "{address}");
    }
}
