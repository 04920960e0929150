//! Sensitive texts: help numbers beside them, and a neutral title that does not give the reader away.

use scraper::{Html, Selector};

use crate::test_app::{TestApp, TestResponse};

const AT: &str = "2026-12-24T08:00+01:00";

fn count(page: &TestResponse, what: &str) -> usize {
    Html::parse_document(page.text()).select(&Selector::parse(what).unwrap()).count()
}

fn title(page: &TestResponse) -> String {
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

/// Adds a text of each kind and returns the addresses with the titles. Only the first guldkorn hangs on a door.
async fn one_of_each(app: &TestApp) -> Vec<(String, String)> {
    let texts: Vec<(String, String, String)> = sqlx::query_as(
        "select kind, slug, title from posts p where public_from <= $1
         and (kind <> 'guldkorn' or exists (select 1 from doors d join editions e on e.id = d.edition_id
              where d.post_id = p.id and d.day = 1 and e.slug = '2026'))
         and slug <> 'saker-surf' and original_id is null group by kind",
    )
    .bind(app.state.clock.now_millis())
    .fetch_all(app.state.db.reader())
    .await
    .unwrap();
    let address = |kind: &str, slug: &str| match kind {
        "voice" => app::paths::voice(slug),
        "page" => format!("/{slug}"),
        _ => app::paths::post(slug),
    };
    assert_eq!(texts.len(), 4, "{texts:?}");
    let mut all: Vec<_> =
        texts.iter().map(|(kind, slug, title)| (address(kind, slug), title.clone())).collect();
    let guldkorn = texts.iter().find(|(kind, ..)| kind == "guldkorn").unwrap();
    all.push(("/kalender/2026/lucka/1".to_owned(), guldkorn.2.clone()));
    all
}

async fn change(app: &TestApp, sql: &'static str) {
    let mut writer = app.state.db.write_content().await.unwrap();
    sqlx::query(sql).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
}

#[tokio::test]
async fn every_kind_of_sensitive_text_is_treated_alike() {
    let app = TestApp::demo(AT).await;
    let texts = one_of_each(&app).await;
    for (sensitive, numbers) in [(false, true), (true, true), (true, false)] {
        change(
            &app,
            if sensitive { "update posts set sensitive = 1" } else { "update posts set sensitive = 0" },
        )
        .await;
        if !numbers {
            change(&app, "delete from help_numbers").await;
        }
        for (address, name) in &texts {
            let page = app.get(address).await;
            assert_eq!(page.status, 200, "{address}");
            assert_eq!(count(&page, "[data-sensitive]"), usize::from(sensitive), "{address}");
            assert_eq!(count(&page, "aside.help"), usize::from(sensitive && numbers), "{address}");
            let head = page.text().split("</head>").next().unwrap();
            if sensitive {
                assert!(!head.contains(name.as_str()), "{address} names its text in its head");
                let pictures = r#"meta[property="og:image"], meta[name="twitter:image"]"#;
                assert_eq!(count(&page, pictures), 0, "{address}");
                assert_eq!(count(&page, r#"meta[name="description"]"#), 0, "{address}");
                assert_eq!(count(&page, "main button.needs-script"), 0, "{address} invites to pass it on");
            }
        }
    }
}

#[tokio::test]
async fn the_quick_exit_comes_before_all_other_links() {
    let app = TestApp::demo(AT).await;
    for address in ["/", "/saker-surf", "/kalender/2026/lucka/9", "/blogg"] {
        let page = app.get(address).await;
        let html = Html::parse_document(page.text());
        let links = Selector::parse("a[href], button, input, summary").unwrap();
        let first: Vec<_> = html.select(&links).take(2).map(|link| link.attr("href").unwrap_or("")).collect();
        assert_eq!(first, ["#innehall", "/lamna"], "{address}");
    }
    assert_eq!(count(&app.get("/saker-surf").await, "[data-sensitive]"), 1);
    assert_eq!(count(&app.get("/saker-surf").await, r#"aside.help a[href="/saker-surf"]"#), 0);
    assert_eq!(count(&app.get("/admin/logga-in").await, ".leave"), 0);
    // In the dialog over the scene, the card has its own quick exit.
    let card = app.get("/api/calendar/door?edition=2026&day=9").await;
    assert!(card.text().contains("/lamna") && card.text().contains("data-sensitive"));
    let card = app.get("/api/calendar/door?edition=2026&day=8").await;
    assert!(!card.text().contains("/lamna") && !card.text().contains("data-sensitive"));
}

#[tokio::test]
async fn each_help_number_is_a_row_with_name_hours_and_cost() {
    let app = TestApp::demo(AT).await;
    let page = app.get("/saker-surf").await;
    let html = Html::parse_document(page.text());
    let texts = |what: &str| -> Vec<String> {
        html.select(&Selector::parse(what).unwrap()).map(|found| found.text().collect()).collect()
    };
    let links = texts(".help li > a");
    assert_eq!(links[2], "020-50 50 50 Kvinnofridslinjen");
    assert_eq!(links.len(), texts(".help li").len());
    assert_eq!(texts(".help li:nth-child(3) .facts span"), ["Dygnet runt", "Gratis"]);
    // A fact is one piece, which breaks only where it does not fit a line.
    assert!(texts(".help .facts span").contains(&"Kl. 11–19".to_owned()));
}

#[tokio::test]
async fn help_numbers_show_when_they_were_checked() {
    let app = TestApp::demo(AT).await;
    for (at, said) in [
        ("2026-11-01T00:00+01:00", "Kontrollerat 1 november 2026."),
        ("2027-04-30T23:59+02:00", "Kontrollerat 1 november 2026."),
        (
            "2027-05-01T00:00+02:00",
            "Det är länge sedan vi kontrollerade numren: 1 november 2026. Något kan ha ändrats.",
        ),
        ("2026-10-31T23:59+01:00", ""),
    ] {
        app.set_clock(at);
        let page = app.get("/saker-surf").await;
        let html = Html::parse_document(page.text());
        let words = html.select(&Selector::parse("aside.help p.quiet").unwrap()).next().unwrap();
        let words = words.text().collect::<String>().replace('\u{a0}', " ");
        let (checked, _) = words.split_once("Numret kan synas").unwrap();
        assert_eq!(checked.trim(), said, "{at}");
    }
}

#[tokio::test]
async fn closed_doors_are_not_indexed() {
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
