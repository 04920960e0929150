//! An export comes into a site that has content of its own.

use std::path::Path;

use super::exchange::{export, import};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";

async fn change(app: &TestApp, steps: &[&'static str]) {
    let mut writer = app.state.db.write_content().await.unwrap();
    for step in steps {
        sqlx::query(*step).execute(&mut *writer).await.unwrap();
    }
    writer.commit().await.unwrap();
}

async fn text(app: &TestApp, query: &'static str) -> String {
    sqlx::query_scalar(query).fetch_one(app.state.db.reader()).await.unwrap()
}

async fn exported(app: &TestApp, folder: &Path, name: &str) -> std::path::PathBuf {
    let zip = folder.join(name);
    export(app, &zip).await;
    zip
}

#[tokio::test]
async fn what_was_changed_there_comes_and_what_was_changed_here_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (TestApp::demo(AT).await, TestApp::empty(AT).await);
    let first = exported(&source, folder.path(), "ett.zip").await;
    import(&target, &first, &[]).await;
    let [one, two] = [
        "update posts set title = 'Ändrad där', updated_at = updated_at + 1, version = version + 1
         where slug = 'arbetstraning-ar-ingen-vantsal'",
        "update posts set title = 'Också ändrad där', updated_at = updated_at + 1, version = version + 1
         where slug = 'fem-steg-till-ett-jobb-som-haller'",
    ];
    change(&source, &[one, two]).await;
    change(
        &target,
        &["update posts set title = 'Ändrad här', version = version + 1 where slug = 'fem-steg-till-ett-jobb-som-haller'"],
    )
    .await;
    let second = exported(&source, folder.path(), "tva.zip").await;
    let imported = import(&target, &second, &[]).await;
    let [new, changed, _, skipped] = imported.counts();
    assert_eq!((new, changed, skipped), (0, 1, 1), "{}", imported.report);
    let left = imported.found("/skipped/reasons", "edited-here");
    assert_eq!(left, ["Också ändrad där: fem-steg-till-ett-jobb-som-haller"]);
    let title = "select title from posts where slug = 'arbetstraning-ar-ingen-vantsal'";
    assert_eq!(text(&target, title).await, "Ändrad där");
    let title = "select title from posts where slug = 'fem-steg-till-ett-jobb-som-haller'";
    assert_eq!(text(&target, title).await, "Ändrad här");
    let hangs = "select count(*) || '' from doors where post_id is not null";
    assert_eq!(text(&target, hangs).await, text(&source, hangs).await, "nothing has left its door");
}

#[tokio::test]
async fn two_sites_become_one() {
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (TestApp::demo(AT).await, TestApp::demo(AT).await);
    for site in [&source, &target] {
        // As if somebody had sent the same files to both.
        let sent = "update pictures set file_hash = cast(substr(name || hex(zeroblob(32)), 1, 32) as blob)";
        change(site, &[sent]).await;
    }
    change(
        &target,
        &["update site_settings set name = 'Vår egen'", "update tags set introduction = 'Egen' where id = 1"],
    )
    .await;
    let zip = exported(&source, folder.path(), "export.zip").await;
    let imported = import(&target, &zip, &[]).await;
    assert_eq!(imported.code, Some(0), "{}{}", imported.report, imported.error);
    assert_eq!(text(&target, "select name from site_settings").await, "Vår egen");
    let left = imported.found("/skipped/reasons", "own-settings");
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(text(&target, "select introduction from tags where id = 1").await, "Egen");
    let slugs = "select group_concat(slug, ' ') from (select slug from editions order by slug)";
    assert_eq!(text(&target, slugs).await, "2025 2025-2 2026 2026-2");
    assert_eq!(
        text(&target, "select count(*) || '' from tags").await,
        text(&source, "select count(*) || '' from tags").await
    );
    let twice = "select (2 * count(*)) || '' from posts";
    assert_eq!(text(&target, "select count(*) || '' from posts").await, text(&source, twice).await);
    let links =
        "select count(*) || '' from posts where slug like '%-2' and body_markdown like '%](/inlagg/%-2%'";
    let own = "select count(*) || '' from posts where body_markdown like '%](/inlagg/%'";
    assert_eq!(
        text(&target, links).await,
        text(&source, own).await,
        "links between texts lead to those that came along"
    );
    assert_eq!(imported.report["pictures"], 0, "the same files are the same pictures: {}", imported.report);

    let again = import(&target, &zip, &[]).await;
    assert_eq!((again.counts()[0], again.counts()[1]), (0, 0), "{}", again.report);
    let forced = import(&target, &zip, &["--settings"]).await;
    assert_eq!((forced.counts()[1], forced.counts()[3]), (1, 0), "{}", forced.report);
    assert_eq!(
        text(&target, "select name from site_settings").await,
        text(&source, "select name from site_settings").await
    );
}

#[tokio::test]
async fn nothing_becomes_public_earlier_than_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (TestApp::demo(AT).await, TestApp::empty(AT).await);
    let zip = exported(&source, folder.path(), "ett.zip").await;
    import(&target, &zip, &[]).await;
    let public = "select group_concat(slug || coalesce(public_from, ''), ' ') from (select * from posts order by slug)";
    assert_eq!(text(&target, public).await, text(&source, public).await);

    // Somebody here hangs a text of their own on a door, and deletes the one that came.
    change(
        &target,
        &[
            "delete from posts where id = (select post_id from doors join editions e on e.id = edition_id
                 where e.slug = '2026' and day = 20)",
            "delete from imported_items where post_id is null",
            "insert into posts (kind, slug, title, form, created_at, updated_at) values ('guldkorn', 'egen', 'Egen', 'story', 1, 1)",
            "update doors set post_id = (select id from posts where slug = 'egen')
             where day = 20 and edition_id = (select id from editions where slug = '2026')",
        ],
    )
    .await;
    let imported = import(&target, &zip, &[]).await;
    assert_eq!(imported.found("/findings", "door-taken").len(), 1, "{}", imported.report);
    let loose = "select count(*) || '' from posts where kind = 'guldkorn' and state = 'draft'
                 and id not in (select post_id from doors where post_id is not null)";
    let drafts: u32 = text(&source, loose).await.parse().unwrap();
    assert_eq!(text(&target, loose).await, (drafts + 1).to_string(), "it has no date of its own");
    assert_eq!(target.get("/inlagg/egen").await.status, 404);
}

#[tokio::test]
async fn the_examples_of_a_new_site_give_way() {
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (TestApp::demo(AT).await, TestApp::starter(AT).await);
    change(
        &target,
        &["update posts set body_markdown = 'Vår egen', version = version + 1 where slug = 'kontakt'"],
    )
    .await;
    let zip = exported(&source, folder.path(), "export.zip").await;
    let imported = import(&target, &zip, &[]).await;
    let pages =
        "select group_concat(slug, ' ') from (select slug from posts where kind = 'page' order by slug)";
    let expected = text(&source, pages).await.replace("kontakt", "kontakt kontakt-2");
    let extra = ["integritet", "tillganglighet"].into_iter().filter(|slug| !expected.contains(slug));
    let mut expected: Vec<_> = expected.split(' ').chain(extra).collect();
    expected.sort_unstable();
    assert_eq!(text(&target, pages).await, expected.join(" "), "{}", imported.report);
    let menu = "select group_concat(label || path, ' ') from menu_items";
    assert_eq!(text(&target, menu).await, text(&source, menu).await);
}
