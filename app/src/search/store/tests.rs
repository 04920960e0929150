//! Searching in a real database file.

use crate::time::UnixMillis;
use proptest::prelude::*;
use sqlx::sqlite::SqliteConnection;
use tempfile::TempDir;

use super::*;
use crate::db::Db;
use crate::posts::PostKind;
use crate::posts::store::{NewPost, add_post};
use crate::posts::tags::{Tag, add_tag};
use crate::search::spelling::{Replace, correct_spelling};
use crate::search::types::Hit;
use crate::search_index::{Query, index_waiting};

/// When the texts of these tests become public, unless they say otherwise.
const OPENS: UnixMillis = UnixMillis(1_000);

async fn site() -> (Db, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&folder.path().join("guldkorn.db")).await.expect("a database");
    (db, folder)
}

fn post(slug: &str, title: &str, body: &str) -> NewPost {
    NewPost {
        published: true,
        published_at: Some(OPENS),
        ..NewPost::draft(PostKind::Article, slug, title).with_content(|content| {
            content.body = body.into();
        })
    }
}

async fn add(db: &Db, posts: &[NewPost]) {
    let mut writer = db.write_content().await.expect("a transaction");
    for post in posts {
        add_post(&mut writer, post, UnixMillis(0)).await.expect("saved");
    }
    writer.commit().await.expect("committed");
}

async fn run(db: &Db, sql: &'static str) {
    let mut writer = db.write_content().await.expect("a transaction");
    let connection: &mut SqliteConnection = &mut writer;
    sqlx::query(sql).execute(connection).await.expect("done");
    writer.commit().await.expect("committed");
}

async fn search_at(db: &Db, typed: &str, now: UnixMillis) -> Vec<Hit> {
    let query = Query::parse(typed);
    let found = hits(db.reader(), &query, now, 100, 0).await.expect("read");
    assert_eq!(count(db.reader(), &query, now).await.expect("read") as usize, found.len(), "{typed}");
    found
}

/// Returns the slugs that a search finds, best first.
async fn search(db: &Db, typed: &str) -> Vec<String> {
    search_at(db, typed, OPENS).await.into_iter().map(|hit| hit.slug).collect()
}

#[tokio::test]
async fn every_field_of_a_post_is_searched_once_it_is_public_and_not_before() {
    let (db, _folder) = site().await;
    let mut writer = db.write_content().await.expect("a transaction");
    let tag = Tag { slug: "vardag".into(), name: "Vardagsliv".into() };
    add_tag(&mut writer, &tag).await.expect("saved");
    writer.commit().await.expect("committed");
    let whole = post("bank", "Bänken utanför", "Jag såg *ekorren* i trädet.").with_content(|content| {
        content.quote = "Kaffet var varmt".into();
        content.source = "deltagare, 41 år".into();
        content.tags = vec!["Vardagsliv".into()];
    });
    add(&db, &[whole]).await;
    for typed in ["bänken", "kaffet", "deltagare", "vardagsliv", "ekorren", "ÄNNU", "BÄNK"] {
        let expected: &[&str] = if typed == "ÄNNU" { &[] } else { &["bank"] };
        assert_eq!(search(&db, typed).await, expected, "{typed}");
        assert!(search_at(&db, typed, OPENS - 1).await.is_empty(), "{typed} too early");
        let query = Query::parse(typed);
        let (term, reader) = (&query.terms[0], db.reader());
        assert_eq!(finds_anything(reader, &query, term, OPENS).await.expect("read"), !expected.is_empty());
        assert!(!finds_anything(reader, &query, term, OPENS - 1).await.expect("read"));
    }
    assert_eq!(similar_words(db.reader(), "bänkem", OPENS).await.expect("read").len(), 1);
    assert!(similar_words(db.reader(), "bänkem", OPENS - 1).await.expect("read").is_empty());
}

#[tokio::test]
async fn letters_with_dots_and_rings_are_letters_of_their_own() {
    let (db, _folder) = site().await;
    add(&db, &[post("har", "Hår", ""), post("har-2", "Har", "")]).await;
    assert_eq!(search(&db, "hår").await, ["har"]);
    assert_eq!(search(&db, "HAR").await, ["har-2"]);
}

#[tokio::test]
async fn titles_come_first_then_quotations_and_tags_then_texts_and_the_newest_first() {
    let (db, _folder) = site().await;
    let mut writer = db.write_content().await.expect("a transaction");
    add_tag(&mut writer, &Tag { slug: "mod".into(), name: "Mod".into() }).await.expect("saved");
    writer.commit().await.expect("committed");
    let at = |published_at, post| NewPost { published_at: Some(published_at), ..post };
    add(
        &db,
        &[
            at(UnixMillis(1), post("titel-gammal", "Mod", "")),
            at(UnixMillis(9), post("text-ny", "Annat", "mod mod mod mod mod")),
            at(
                UnixMillis(8),
                post("citat", "Annat", "").with_content(|content| {
                    content.quote = "Det tar mod".into();
                }),
            ),
            at(
                UnixMillis(3),
                post("etikett", "Annat", "").with_content(|content| {
                    content.tags = vec!["mod".into()];
                }),
            ),
            at(UnixMillis(2), post("titel-ny", "Om mod och annat", "")),
            at(UnixMillis(7), post("text-gammal", "Annat", "Det tar mod.")),
        ],
    )
    .await;
    let ranked = ["titel-ny", "titel-gammal", "citat", "etikett", "text-ny", "text-gammal"];
    assert_eq!(search(&db, "mod").await, ranked);
    assert_eq!(search(&db, "annat mod").await, ["titel-ny", "citat", "etikett", "text-ny", "text-gammal"]);
}

#[tokio::test]
async fn all_words_prefixes_and_phrases_are_searched_for() {
    let (db, _folder) = site().await;
    add(&db, &[post("a", "Små steg framåt", ""), post("b", "Steg för små", "")]).await;
    assert_eq!(search(&db, "små steg").await, ["b", "a"]);
    assert_eq!(search(&db, "\"små steg\"").await, ["a"]);
    assert_eq!(search(&db, "steg framå").await, ["a"]);
    assert!(search(&db, "framå steg").await.is_empty(), "only the last word may be a prefix");
    assert_eq!(search(&db, "små-steg, (framåt)!").await, ["a"]);
}

#[tokio::test]
async fn hits_show_an_extract_with_found_words_highlighted() {
    let (db, _folder) = site().await;
    let long = format!("{}**Äntligen** kom <våren>. {}", "ord ".repeat(200), "slut ".repeat(200));
    add(
        &db,
        &[post("a", "Om våren", &long).with_content(|content| {
            content.teaser = "Kort.".into();
        })],
    )
    .await;
    let hit = search_at(&db, "äntligen", OPENS).await.remove(0);
    let extract = crate::ui::render_to_string(hit.extract.expect("an extract").view());
    assert!(extract.contains("ord <mark>Äntligen</mark> kom &lt;våren&gt;"), "{extract}");
    assert!(extract.starts_with('…') && extract.ends_with('…') && extract.len() < 400, "{extract}");
    add(&db, &[post("b", "Annat", "## Om ljuset\n\nDet kom.\n\nOch gick.")]).await;
    let hit = search_at(&db, "ljuset", OPENS).await.remove(0);
    let extract = crate::ui::render_to_string(hit.extract.expect("an extract").view());
    assert_eq!(extract, "Om <mark>ljuset</mark> · Det kom. Och gick.");
    let hit = search_at(&db, "om", OPENS).await.remove(0);
    assert!(hit.title.has_highlights());
    assert_eq!(hit.extract, Some(crate::search::highlighted::Highlighted::plain("Kort.")));
}

#[tokio::test]
async fn sensitive_posts_are_found_but_nothing_of_them_is_shown() {
    let (db, _folder) = site().await;
    add(
        &db,
        &[post("a", "Titel", "Hemligt slag").with_content(|content| {
            content.sensitive = true;
            content.teaser = "Ingress".into();
        })],
    )
    .await;
    let hit = search_at(&db, "slag", OPENS).await.remove(0);
    assert_eq!((hit.extract, hit.tags, hit.title.has_highlights()), (None, None, false));
}

#[tokio::test]
async fn the_index_follows_every_change() {
    let (db, _folder) = site().await;
    let mut writer = db.write_content().await.expect("a transaction");
    add_tag(&mut writer, &Tag { slug: "t".into(), name: "Gammalnamn".into() }).await.expect("saved");
    writer.commit().await.expect("committed");
    add(
        &db,
        &[post("a", "Första titeln", "Första texten").with_content(|content| {
            content.tags = vec!["Gammalnamn".into()];
        })],
    )
    .await;

    run(&db, "update posts set title = 'Andra rubriken', body_markdown = 'Andra *stycket*', source = 'Eva'")
        .await;
    assert!(search(&db, "första").await.is_empty());
    for typed in ["rubriken", "stycket", "eva", "andra"] {
        assert_eq!(search(&db, typed).await, ["a"], "{typed}");
    }
    assert!(
        similar_words(db.reader(), "titelm", OPENS).await.expect("read").is_empty(),
        "an old word is no help"
    );
    let mut writer = db.write_content().await.expect("a transaction");
    index_waiting(&mut writer).await.expect("done");
    writer.commit().await.expect("committed");
    assert_eq!(similar_words(db.reader(), "rubrikem", OPENS).await.expect("read").len(), 1);
    let hit = search_at(&db, "stycket", OPENS).await.remove(0);
    assert!(
        !crate::ui::render_to_string(hit.extract.expect("an extract").view()).contains('*'),
        "Markdown is gone"
    );

    run(&db, "update tags set name = 'Nyttnamn'").await;
    assert_eq!((search(&db, "nyttnamn").await.len(), search(&db, "gammalnamn").await.len()), (1, 0));
    run(&db, "delete from tags").await;
    assert!(search(&db, "nyttnamn").await.is_empty());
    run(&db, "update posts set state = 'withdrawn'").await;
    assert!(search(&db, "rubriken").await.is_empty());
    run(&db, "delete from posts").await;
    let left: i64 =
        sqlx::query_scalar("select (select count(*) from search_index) + (select count(*) from title_words)")
            .fetch_one(db.reader())
            .await
            .expect("read");
    assert_eq!(left, 0);
    run(&db, "insert into search_index (search_index, rank) values ('integrity-check', 1)").await;
}

#[test]
fn no_query_is_an_error() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (db, _folder) = runtime.block_on(async {
        let site = site().await;
        add(&site.0, &[post("a", "Near and or not", "Små steg")]).await;
        site
    });
    let odd = [
        "*",
        "^",
        "\"",
        "NEAR(",
        "AND",
        "OR",
        "NOT",
        "{title}:",
        "-",
        "+",
        "\0",
        "🙂",
        "'; drop table posts --",
        "ⓐ",
        "\u{345}",
        "½",
        "ſ",
        "İ",
        "a\u{308}",
        "٣",
        "%",
        "_",
        "(",
        ")",
        ",",
        "\u{e000}",
        "steg",
    ];
    let word = prop_oneof![proptest::sample::select(odd.to_vec()).prop_map(str::to_owned), any::<String>()];
    let typed = proptest::collection::vec(word, 0..9).prop_map(|words| words.join(" "));
    let config = ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(typed in typed)| {
        let query = Query::parse(&typed);
        if query.terms.is_empty() {
            return Ok(());
        }
        runtime.block_on(async {
            search_at(&db, &typed, OPENS).await;
            correct_spelling(db.reader(), &query, Replace::Any, OPENS)
                .await
                .expect("read");
            let exact = Query::parse(&query.exactly());
            count(db.reader(), &exact, OPENS).await.expect("read");
        });
    });
}
