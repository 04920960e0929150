//! What can be derived again.

use std::fs;

use app::db::Db;
use server::check::Check;

use super::{Stopped, assert_found, assert_repaired, assert_unchanged_by_repair};

#[tokio::test]
async fn a_healthy_site_has_no_findings_and_is_not_changed() {
    let site = Stopped::demo().await;
    let before = fs::read(site.data().join("guldkorn.db")).unwrap();
    assert_eq!(site.check().await.lines(), ["Inga fel."]);
    assert_eq!(fs::read(site.data().join("guldkorn.db")).unwrap(), before);
    assert_unchanged_by_repair(&site).await;
}

#[tokio::test]
async fn what_can_be_derived_again_is_found_and_mended() {
    let site = Stopped::demo().await;
    for (steps, by, words) in [
        (
            &[
                "update doors set opens_at = opens_at + 3600000 where edition_id = (select min(id) from editions)",
            ][..],
            Check::Openings,
            &["24 luckor som inte öppnar när kalendern säger"][..],
        ),
        (
            &["delete from doors where day = 3 and edition_id = (select min(id) from editions)"],
            Check::Openings,
            &["1 lucka"],
        ),
        (
            &["update posts set body_html = '<p>Annat</p>' where kind = 'article' and body_html <> ''"],
            Check::Rendering,
            &["texter ser inte ut som i redigeraren", "till."],
        ),
        (&["update editions set introduction_html = 'annat'"], Check::Rendering, &["2 texter ser inte"]),
        (&["update rendering set version = 1"], Check::Rendering, &["äldre version av programmet"]),
        (
            &["delete from search_index where rowid = (select min(id) from posts)"],
            Check::SearchIndex,
            &["1 text står fel i sökregistret"],
        ),
        (
            &["insert into search_index (rowid, title, quote, tags, body) values (99999, 'a', '', '', '')"],
            Check::SearchIndex,
            &["1 borttagen text står kvar"],
        ),
        (&["delete from title_words"], Check::SearchIndex, &["texter står fel i sökregistret"]),
        (&["delete from post_pictures"], Check::Derived, &["fel lista över sina bilder och dokument"]),
        (
            &["insert into tag_redirects (slug, tag_id) select slug, id from tags limit 1"],
            Check::Redirects,
            &["/etikett/", "leder runt i en cirkel"],
        ),
        (
            &[
                "insert into path_redirects (path, to_path, created_at) values ('/a', '/b', 1), ('/b', '/a#x', 1)",
            ],
            Check::Redirects,
            &["/a leder runt i en cirkel", "/b leder runt i en cirkel"],
        ),
        (
            &["insert into edition_redirects (slug, edition_id) select slug, id from editions limit 1"],
            Check::Redirects,
            &["/kalender/", "leder runt i en cirkel"],
        ),
    ] {
        site.change(steps).await;
        let report = site.check().await;
        assert_found(&report, by, words);
        assert!(report.lines().iter().any(|line| line.contains("Kör om med --repair.")), "{steps:?}");
        assert_repaired(&site).await;
    }
}

#[tokio::test]
async fn a_time_of_publication_that_no_rule_gives_is_found_and_mended() {
    let site = Stopped::demo().await;
    let trigger = site.text("select sql from sqlite_schema where name = 'posts_changed'").await;
    site.change(&[
        "drop trigger posts_changed",
        "update posts set public_from = 1 where id = (select post_id from doors where day = 24 and post_id is not null limit 1)",
    ])
    .await;
    assert_found(&site.check().await, Check::Derived, &["1 text visas för läsare vid fel tid"]);
    let db = Db::open(&site.data().join("guldkorn.db")).await.unwrap();
    let mut writer = db.write_quietly().await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(trigger)).execute(&mut *writer).await.unwrap();
    writer.commit().await.unwrap();
    db.close().await;
    assert_repaired(&site).await;
}

#[tokio::test]
async fn a_damaged_search_index_is_made_again() {
    let site = Stopped::demo().await;
    site.change(&["delete from search_index_data where id > 10"]).await;
    assert_found(&site.check().await, Check::SearchIndex, &["Sökregistret är skadat."]);
    assert_repaired(&site).await;
}

#[tokio::test]
async fn a_calendar_in_an_unknown_zone_is_named() {
    let site = Stopped::demo().await;
    site.change(&[
        "update editions set time_zone = 'Mars/Olympus' where id = (select min(id) from editions)",
    ])
    .await;
    assert_found(&site.repair().await, Check::Openings, &["Mars/Olympus", "Rätta den under Kalendrar."]);
}
