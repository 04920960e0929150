//! What readers' pages ask the database for: no query reads a whole table that grows with the years.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqlitePool;
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Context, SubscriberExt as _};
use tracing_subscriber::{Layer, Registry};

use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00:00+01:00";

const PAGES: [&str; 22] = [
    "/",
    "/blogg",
    "/blogg?sida=2",
    "/blogg/2026",
    "/blogg/2026/11",
    "/etikett/mod",
    "/kalender",
    "/kalender/2026",
    "/kalender/2026/lucka/7",
    "/kalender/2026/lucka/12",
    "/kalender/2026/las",
    "/kalender/2026/ram",
    "/kalender/2026/vagg",
    "/inlagg/vem-haller-i-tradarna",
    "/roster",
    "/om",
    "/sok?q=mod",
    "/sok?q=mood",
    "/feed.xml",
    "/kalender/2026.ics",
    "/sitemap.xml",
    "/finns-inte",
];

/// What may be read whole: tables of a few rows, an index of a few, and the full-text index, which reads the texts that match.
const SMALL: [&str; 10] = [
    "CONSTANT ROW",
    "accessibility",
    "accessibility_faults",
    "brand",
    "brand_colours",
    "editions",
    "funders",
    "path_redirects USING COVERING INDEX path_redirects_with_query",
    "search_index VIRTUAL TABLE",
    "site_settings",
];

/// The SQL of every query of this process.
#[derive(Clone, Default)]
struct Queries(Arc<Mutex<BTreeSet<String>>>);

impl<S: Subscriber> Layer<S> for Queries {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut query = Query::default();
        event.record(&mut query);
        let sql = if query.whole.is_empty() { query.summary } else { query.whole };
        self.0.lock().unwrap().insert(sql.trim().to_owned());
    }
}

/// What sqlx logs of a query: the whole only where the summary is shorter.
#[derive(Default)]
struct Query {
    summary: String,
    whole: String,
}

impl Visit for Query {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "summary" => value.clone_into(&mut self.summary),
            "db.statement" => value.clone_into(&mut self.whole),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

async fn plan(reader: &SqlitePool, sql: &str) -> Vec<String> {
    let explained = AssertSqlSafe(format!("explain query plan {sql}"));
    let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(explained).fetch_all(reader).await.expect(sql);
    steps.into_iter().map(|(.., step)| step).collect()
}

#[tokio::test]
async fn readers_pages_scan_no_table_that_grows() {
    let queries = Queries::default();
    let filter = Targets::new().with_target("sqlx::query", LevelFilter::DEBUG);
    tracing::subscriber::set_global_default(Registry::default().with(queries.clone().with_filter(filter)))
        .unwrap();
    let app = TestApp::demo(AT).await;
    queries.0.lock().unwrap().clear();
    let mut found = BTreeMap::new();
    for page in PAGES {
        app.get(page).await;
        for sql in std::mem::take(&mut *queries.0.lock().unwrap()) {
            if sql.starts_with("select") || sql.starts_with("with") {
                found.entry(sql).or_insert(page);
            }
        }
        app.change_content().await;
    }
    assert!(found.len() > 40, "{} queries", found.len());
    for (sql, page) in &found {
        let steps = plan(app.state.db.reader(), sql).await;
        let scans = steps.iter().filter_map(|step| step.strip_prefix("SCAN "));
        let large: Vec<_> = scans.filter(|scan| !SMALL.iter().any(|small| is_of(scan, small))).collect();
        assert!(large.is_empty(), "{page} reads {large:?} whole:\n{sql}\n{steps:#?}");
    }
}

/// Whether a scan is of that table, however it goes through it.
fn is_of(scan: &str, table: &str) -> bool {
    scan.strip_prefix(table).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
