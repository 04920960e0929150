//! Every link of a site leads somewhere, from its first hour on.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;

use app::posts::PostKind;
use app::posts::store::{NewPost, add_post};
use app::safety::HelpNumber;
use app::site::MenuItem;
use app::staff::Role;
use http::StatusCode;
use scraper::{Html, Selector};

use crate::browser::Browser;
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";

/// Follows every link from some pages, and returns those that lead nowhere with the page that they are on.
async fn dead_links(app: &TestApp, from: &[&str]) -> Vec<String> {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut queue: VecDeque<String> = from.iter().map(|path| (*path).to_owned()).collect();
    let mut dead = Vec::new();
    while let Some(path) = queue.pop_front() {
        let page = app.get(&path).await;
        let is_there = page.status.is_success()
            || page.status.is_redirection()
            // A closed door is a page of its own.
            || page.status == StatusCode::FORBIDDEN
            || from.contains(&path.as_str());
        if !is_there && !is_public_file(&path) {
            dead.push(format!("{path} on {} ({})", seen.get(&path).map_or("", String::as_str), page.status));
        }
        if !page.header("content-type").starts_with("text/html") {
            continue;
        }
        for link in links(page.text()) {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            let is_ours = link.starts_with('/') && !link.starts_with("/admin");
            if is_ours && !seen.contains_key(&link) {
                seen.insert(link.clone(), path.clone());
                queue.push_back(link);
            }
        }
    }
    assert!(seen.len() > 8, "few links: {seen:?}");
    dead
}

/// Returns the addresses that a page links to, loads or sends a search to.
pub(crate) fn links(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    ["[href]", "[src]", "form[method=get]", "form:not([method])"]
        .into_iter()
        .flat_map(|selector| {
            let found = page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
            found.into_iter().filter_map(|element| {
                let element = element.value();
                ["href", "src", "action"].iter().find_map(|name| element.attr(name)).map(str::to_owned)
            })
        })
        .collect()
}

/// The site of the tests has few files; the real one has those of the folder `public`.
fn is_public_file(path: &str) -> bool {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../public")).join(path.trim_start_matches('/')).is_file()
}

async fn add(app: &TestApp, kind: PostKind, slug: &str, sensitive: bool) {
    let mut writer = app.state.db.write_content().await.unwrap();
    let now = app.state.clock.now_millis();
    let post = NewPost { published: true, published_at: Some(now), ..NewPost::draft(kind, slug, "En text") };
    let post = post.with_content(|content| {
        content.body = "Text.".into();
        content.sensitive = sensitive;
        content.tags = vec!["mod".into()];
    });
    add_post(&mut writer, &post, now).await.unwrap();
    writer.commit().await.unwrap();
}

#[tokio::test]
async fn no_link_of_a_new_site_is_dead() {
    for app in [TestApp::empty(AT).await, TestApp::starter(AT).await] {
        let pages = ["/", "/finns-inte", "/sok?q=mod", "/blogg", "/roster", "/kalender", "/saker-surf"];
        assert_eq!(dead_links(&app, &pages).await, [""; 0]);
    }
}

#[tokio::test]
async fn no_link_of_a_site_with_a_sensitive_text_is_dead() {
    let app = TestApp::empty(AT).await;
    let number = HelpNumber {
        name: "Larm".into(),
        number: "112".into(),
        hours: String::new(),
        note: String::new(),
        cost: String::new(),
    };
    let mut writer = app.state.db.write_content().await.unwrap();
    app::safety::store::replace_help_numbers(&mut writer, &[(number, "2026-11-01".into())]).await.unwrap();
    writer.commit().await.unwrap();
    for kind in [PostKind::Article, PostKind::Guldkorn, PostKind::Voice, PostKind::Page] {
        add(&app, kind, &format!("en-{}", kind.as_str()), true).await;
    }
    let page = app.get("/inlagg/en-article").await;
    assert!(page.text().contains("href=\"/saker-surf\""));
    assert!(app.get("/saker-surf").await.text().contains("Så lämnar du sidan snabbt"));
    let pages = ["/", "/en-page", "/roster/en-voice", "/inlagg/en-guldkorn", "/finns-inte"];
    assert_eq!(dead_links(&app, &pages).await, [""; 0]);
}

#[tokio::test]
async fn no_link_of_the_demo_is_dead() {
    let app = TestApp::demo(AT).await;
    assert_eq!(dead_links(&app, &["/"]).await, [""; 0]);
}

#[tokio::test]
async fn a_link_to_a_missing_page_is_not_shown_and_the_owner_is_told() {
    let app = TestApp::empty(AT).await;
    let item = |label: &str, path: &str| MenuItem { label: label.into(), path: path.into() };
    let mut writer = app.state.db.write_content().await.unwrap();
    for (place, item) in
        [("head", item("Om oss", "/om")), ("foot", item("Grannen", "https://granne.example/"))]
    {
        sqlx::query("insert into menu_items (place, position, label, path) values ($1, 1, $2, $3)")
            .bind(place)
            .bind(item.label)
            .bind(item.path)
            .execute(&mut *writer)
            .await
            .unwrap();
    }
    writer.commit().await.unwrap();
    let start = app.get("/").await;
    assert!(!start.text().contains("Om oss"));
    assert!(start.text().contains("href=\"https://granne.example/\""));

    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let told = anna.see("/admin/borja").await.texts("[data-step=pages] .fact").join(" ");
    for missing in ["Om oss", "Tillgänglighet", "Integritet"] {
        assert!(told.contains(missing), "{missing}: {told}");
    }
    add(&app, PostKind::Page, "om", false).await;
    assert!(!anna.see("/admin/borja").await.texts("[data-step=pages] .fact").join(" ").contains("Om oss"));
    assert!(app.get("/").await.text().contains("Om oss"));
}

#[tokio::test]
async fn only_the_owner_says_who_pays() {
    let empty = TestApp::empty(AT).await;
    assert!(!empty.get("/").await.text().contains("Europeiska unionen"));
    assert!(!empty.get("/blogg").await.text().contains("Projektgemensamt stöd"));
    let demo = TestApp::demo(AT).await;
    assert!(demo.get("/").await.text().contains("Medfinansieras av Europeiska unionen"));
    let mut anna = Browser::of(&demo, "Anna", Role::Admin).await;
    let page = "/admin/installningar/finansiarer";
    let version = anna.see(page).await.attributes("form.long [name=version]", "value")[0].clone();
    let form = |support, language| {
        [
            ("section", "finansiarer"),
            ("version", &*version),
            ("fields[eu_support]", support),
            ("fields[eu_language]", language),
            ("fields[heading]", "Med stöd av"),
        ]
    };
    let unknown = anna.form("site/save_settings", &form("all", "sv"), page).await;
    assert!(unknown.says("Välj något i listan"), "only the sentences that the rules know");
    assert!(anna.form("site/save_settings", &form("", "sv"), page).await.says("Det är sparat"));
    assert!(!demo.get("/").await.text().contains("Europeiska unionen"));
}

#[tokio::test]
async fn the_sentence_beside_the_emblem_follows_programme_and_language() {
    let app = TestApp::empty(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let page = "/admin/installningar/finansiarer";
    for (support, language, sentence) in [
        ("co_funded", "sv", "Medfinansieras av Europeiska unionen"),
        ("co_funded", "en", "Co-funded by the European Union"),
        ("funded", "sv", "Finansieras av Europeiska unionen"),
        ("funded", "en", "Funded by the European Union"),
        ("next_generation", "sv", "Finansieras av Europeiska unionen – NextGenerationEU"),
        ("next_generation", "en", "Funded by the European Union – NextGenerationEU"),
    ] {
        let version = anna.see(page).await.attributes("form.long [name=version]", "value")[0].clone();
        let form = [
            ("section", "finansiarer"),
            ("version", &*version),
            ("fields[eu_support]", support),
            ("fields[eu_language]", language),
            ("fields[heading]", "Med stöd av"),
        ];
        assert!(anna.form("site/save_settings", &form, page).await.says("Det är sparat"));
        let start = anna.see("/").await;
        let sentences = start.texts(".eu");
        let sentences: Vec<_> = sentences.iter().map(|words| words.trim()).collect();
        assert_eq!(sentences, [sentence, sentence], "in header and footer");
        let expected: &[&str] = if language == "en" { &["en", "en"] } else { &[] };
        assert_eq!(start.attributes(".eu", "lang"), expected);
    }
}

#[tokio::test]
async fn a_logo_that_is_not_there_is_refused_and_without_one_the_name_is_shown() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let logos = anna.see("/").await.attributes(".funders .logos img", "src");
    assert_eq!(logos.len(), 3);
    let known = logos[0].split('/').nth(2).unwrap_or_default().to_owned();
    let page = "/admin/installningar/finansiarer";
    let version = anna.see(page).await.attributes("form.long [name=version]", "value")[0].clone();
    for (logo, is_taken) in
        [("0123456789abcdef0123456789abcdef", false), ("/favicon.svg", false), (&*known, true)]
    {
        let form = [
            ("section", "finansiarer"),
            ("version", &*version),
            ("fields[eu_support]", "co_funded"),
            ("fields[eu_language]", "sv"),
            ("fields[heading]", "Med stöd av"),
            ("lists[funders][0][name]", "Förbundet"),
            ("lists[funders][0][logo]", logo),
            ("lists[funders][1][name]", "Kommunen utan logotyp"),
            ("lists[funders][1][logo]", ""),
        ];
        let answer = anna.form("site/save_settings", &form, page).await;
        assert_eq!(answer.says("Det är sparat"), is_taken, "{logo}");
        if !is_taken {
            assert!(!answer.texts("#funders-0-logo .error").is_empty());
            assert_eq!(
                answer.attributes("#funders-0-name", "value"),
                ["Förbundet"],
                "what was typed is kept"
            );
        }
    }
    let start = anna.see("/").await;
    assert_eq!(start.attributes(".funders .logos img", "src"), [&*logos[0]]);
    assert_eq!(start.texts(".funders .logos li"), ["", "Kommunen utan logotyp"]);
}

#[tokio::test]
async fn no_page_of_the_demo_is_from_1970() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let pages = anna.see("/admin/sidor").await.texts(".texts li").join(" ");
    assert!(pages.contains("Publicerad") && !pages.contains("1970"), "{pages}");
}

#[tokio::test]
async fn the_staffs_pages_carry_the_sites_name() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    for page in ["/admin", "/admin/inlagg", "/admin/installningar", "/admin/konto"] {
        let page = anna.see(page).await;
        assert!(page.texts("title")[0].ends_with("– MIA Vidare"), "{:?}", page.texts("title"));
        assert!(page.texts("nav.rail .brand b").concat().contains("MIA Vidare"));
    }
}
