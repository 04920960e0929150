//! What readers see is said in the site's own words: the product's name, which is also its word for what a door holds,
//! stands nowhere unless the site itself writes it.

use std::collections::{BTreeSet, VecDeque};

use scraper::{Html, Selector};

use crate::dead_links::links;
use crate::test_app::{TestApp, TestResponse};

const WORD: &str = "guldkorn";
/// What the content says instead.
const INSTEAD: &str = "glimt";

/// What no link leads to.
const UNLINKED: [&str; 24] = [
    "/finns-inte",
    "/kalender/2026.ics",
    "/kalender/2026.ics?neutral=1",
    "/kalender/2026/feed.xml",
    "/kalender/2026/las",
    "/kalender/2026/ram",
    "/kalender/2026/vagg",
    "/kalender/2026?vy=lista",
    "/kalender/2026/lucka/24",
    "/feed.xml",
    "/rss.xml",
    "/feed.json",
    "/sitemap.xml",
    "/robots.txt",
    "/manifest.webmanifest",
    "/healthz",
    "/saker-surf",
    "/sok",
    "/sok?q=mod",
    "/sok?q=zzxxqq",
    "/%2e%2e/hemligt",
    "/inlagg/en-berattelse-som-togs-tillbaka",
    "/delad/0000000000000000000000000000000000000000000000000000000000000000",
    "/admin/logga-in",
];

/// The demo site, whose own texts say another word.
async fn site(at: &str) -> TestApp {
    let app = TestApp::demo(at).await;
    let mut tx = app.state.db.write_content().await.unwrap();
    let columns: Vec<(String, String)> = sqlx::query_as(
        "select t.name, c.name from sqlite_master t, pragma_table_info(t.name) c
         where t.type = 'table' and t.sql not like 'create virtual%' and t.name not like '%search%'
             and c.type = 'TEXT' and c.name <> 'kind'",
    )
    .fetch_all(&mut *tx)
    .await
    .unwrap();
    for (table, column) in columns {
        let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
        let change = format!(
            "update {table} set {column} = replace(replace({column}, '{WORD}', '{INSTEAD}'), '{}', '{}')
             where instr(lower({column}), '{WORD}') > 0",
            capital(WORD),
            capital(INSTEAD)
        );
        sqlx::query(sqlx::AssertSqlSafe(change)).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    app
}

/// Returns what a person may read or hear of a response; addresses, class names and scripts are for machines.
fn words(response: &TestResponse) -> String {
    let Ok(text) = str::from_utf8(&response.body) else { return String::new() };
    let is_html = response.header("content-type").starts_with("text/html");
    if !is_html {
        return text.to_lowercase();
    }
    let page = Html::parse_document(text);
    let unseen = Selector::parse("script, style").unwrap();
    let unseen: BTreeSet<_> = page.select(&unseen).map(|element| element.id()).collect();
    let mut words = String::new();
    for node in page.tree.nodes() {
        let is_unseen = node.parent().is_some_and(|parent| unseen.contains(&parent.id()));
        if let Some(text) = node.value().as_text().filter(|_| !is_unseen) {
            words += text;
        } else if let Some(element) = node.value().as_element() {
            let is_read = |name: &str| {
                name.starts_with("aria-") && !name.ends_with("by")
                    || matches!(name, "alt" | "title" | "content" | "placeholder" | "value" | "label")
            };
            let read = element.attrs().filter(|(name, _)| is_read(name)).map(|(_, value)| value);
            words.extend(read.map(|value| format!("\n{value}\n")));
        }
    }
    words.to_lowercase()
}

/// Follows every link of a site, and returns where the word stands.
async fn said(app: &TestApp) -> Vec<String> {
    let mut queue: VecDeque<String> = ["/"].iter().chain(&UNLINKED).map(|path| (*path).to_owned()).collect();
    let mut seen: BTreeSet<String> = queue.iter().cloned().collect();
    let mut said = Vec::new();
    while let Some(path) = queue.pop_front() {
        let response = app.get(&path).await;
        let words = words(&response);
        if let Some(at) = words.find(WORD) {
            let around = words.get(at.saturating_sub(60)..at + WORD.len() + 30);
            said.push(format!("{path}: …{}…", around.unwrap_or_default()));
        }
        if response.header("content-type").starts_with("text/html") {
            let links = links(response.text());
            let ours = links.iter().filter(|link| link.starts_with('/') && !link.starts_with("/admin"));
            for link in ours.map(|link| link.split('#').next().unwrap_or_default()) {
                // Pictures are drawn from the words of pages.
                let is_drawn =
                    [".png", ".jpg"].iter().any(|end| link.ends_with(end)) || link.starts_with("/pkg/");
                if !is_drawn && seen.insert(link.to_owned()) {
                    queue.push_back(link.to_owned());
                }
            }
        }
    }
    assert!(seen.len() > 25, "few pages: {seen:?}");
    said
}

#[tokio::test]
async fn no_reader_meets_the_products_name_before_during_or_after_a_calendar() {
    for at in ["2026-11-25T08:00+01:00", "2026-12-12T08:00+01:00", "2027-02-15T08:00+01:00"] {
        assert_eq!(said(&site(at).await).await, [""; 0], "{at}");
    }
}

#[tokio::test]
async fn a_site_without_content_and_one_that_fails_do_not_say_it_either() {
    let app = TestApp::starter("2026-12-12T08:00+01:00").await;
    assert_eq!(said(&app).await, [""; 0]);
    app.state.db.close().await;
    let failed = app.get("/roster/finns-inte").await;
    assert_eq!(failed.status, 500);
    assert!(!words(&failed).contains(WORD), "{}", failed.text());
}

#[tokio::test]
async fn the_demo_says_the_word_itself() {
    let app = TestApp::demo("2026-12-12T08:00+01:00").await;
    assert!(words(&app.get("/").await).contains(WORD), "the test would not have found it");
}
