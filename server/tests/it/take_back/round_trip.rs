//! A whole site, there and back.

use std::fs;

use server::check::check;

use super::exchange::{Files, export, files, import, import_into};
use crate::backup::data_of;
use crate::program::run;
use crate::test_app::TestApp;

const DECEMBER: &str = "2026-12-07T08:00+01:00";
const CHRISTMAS: &str = "2026-12-25T08:00+01:00";

/// Names what two exports differ in.
fn differences(one: &Files, other: &Files) -> Vec<String> {
    let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
    names.filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

/// A demo site that also has what the demo lacks: each kind of old address, framing, a tag's introduction, own settings.
async fn full_site() -> TestApp {
    let app = TestApp::demo(DECEMBER).await;
    let mut writer = app.state.db.write_content().await.unwrap();
    for step in [
        "insert into path_redirects (path, query, post_id, created_at)
         select '/i/a42007494', '', id, 5 from posts where kind = 'article' and state = 'published' limit 1",
        "insert into path_redirects (path, query, to_path, created_at) values ('/i', 'p=12', '/blogg/2020', 6)",
        "insert into post_redirects (slug) values ('borta-for-alltid')",
        "insert into edition_redirects (slug, edition_id) select 'jul', id from editions limit 1",
        "insert into tag_redirects (slug, tag_id) select 'gammal-etikett', id from tags limit 1",
        "update pictures set focal_x = 0.25, focal_y = 0.5, caption = 'Vid ån', credit = 'Foto: arkivet'
         where id = (select picture_id from picture_variants where media_type = 'image/webp' limit 1)",
        "insert into wordings (word, instead) values ('komma i arbete', 'börja arbeta')
         on conflict do nothing",
        "update editions set reschedulings = 2, rescheduled_at = 1000",
        "update doors set label = 'Lucia' where day = 13",
    ] {
        sqlx::query(step).execute(&mut *writer).await.unwrap();
    }
    writer.commit().await.unwrap();
    app
}

#[tokio::test]
async fn a_site_comes_back_whole_and_behaves() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["ett.zip", "tva.zip"].map(|name| folder.path().join(name));
    let source = full_site().await;
    let manifest = export(&source, &first).await;
    let target = TestApp::empty(DECEMBER).await;
    let imported = import(&target, &first, &["--at", DECEMBER]).await;
    assert_eq!(imported.code, Some(0), "{}{}", imported.report, imported.error);
    let [new, changed, _, skipped] = imported.counts();
    assert_eq!((changed, skipped), (0, 0), "{}", imported.report);
    assert!(
        new >= manifest.counts.posts + manifest.counts.editions + manifest.counts.tags,
        "{}",
        imported.report
    );
    assert_eq!(imported.report["pictures"], manifest.counts.pictures);
    export(&target, &second).await;
    assert_eq!(differences(&files(&first), &files(&second)), Vec::<String>::new());

    for (address, status) in [
        ("/kalender/2026/lucka/7", 200),
        ("/kalender/2026/lucka/8", 403),
        ("/i/a42007494", 301),
        ("/i?p=12", 301),
        ("/inlagg/borta-for-alltid", 410),
        ("/kalender/jul", 301),
        ("/inlagg/fem-steg", 301),
        ("/blogg", 200),
    ] {
        assert_eq!(target.get(address).await.status, status, "{address}");
    }
    let hits = async |site: &TestApp| site.get("/sok?q=steg").await.text().matches("/inlagg/").count();
    assert!(hits(&target).await > 0 && hits(&target).await == hits(&source).await);
    let page = target.get("/inlagg/arbetstraning-ar-ingen-vantsal").await;
    let picture =
        page.text().split("<figure><img src=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(target.get(picture).await.status, 200, "{picture}");
    target.set_clock(CHRISTMAS);
    target.change_content().await;
    assert_eq!(target.get("/kalender/2026/lucka/24").await.status, 200);
    let report = check(data_of(&target).path(), false).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.lines());
}

#[tokio::test]
async fn once_more_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("export.zip");
    let source = full_site().await;
    export(&source, &zip).await;
    let own = import(&source, &zip, &[]).await;
    let [new, changed, same, skipped] = own.counts();
    assert_eq!((new, changed, skipped), (0, 0, 0), "its own export: {}", own.report);

    let target = TestApp::empty(DECEMBER).await;
    let dry = import(&target, &zip, &["--dry-run"]).await;
    assert_eq!(
        (dry.code, dry.counts()[3], &dry.report["dry_run"]),
        (Some(0), 0, &true.into()),
        "{}",
        dry.report
    );
    assert_eq!(fs::read_dir(&target.state.media_folder).unwrap().count(), 0);
    assert!(app::site::store::is_empty(target.state.db.reader()).await.unwrap());

    import(&target, &zip, &[]).await;
    let snapshot = async || -> Vec<(String, i64)> {
        sqlx::query_as(
            "select uid, version from posts union all select uid, version from editions
             union all select section, version from settings_sections
             union all select 'rows', (select count(*) from audit_log) + (select count(*) from revisions)
                 + (select count(*) from pictures) + (select count(*) from documents) + (select count(*) from tags)
             order by 1",
        )
        .fetch_all(target.state.db.reader())
        .await
        .unwrap()
    };
    let before = snapshot().await;
    let mut known = None;
    target.state.db.notice_other_writers(&mut known).await.unwrap();
    let again = import(&target, &zip, &[]).await;
    assert_eq!(again.counts(), [0, 0, same, 0], "{}", again.report);
    assert!(!target.state.db.notice_other_writers(&mut known).await.unwrap(), "nothing was committed");
    assert_eq!(snapshot().await, before);
    let media = fs::read_dir(&target.state.media_folder).unwrap().count();
    assert_eq!(media, fs::read_dir(&source.state.media_folder).unwrap().count());
}

#[tokio::test]
async fn everything_that_an_export_can_hold_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["ett.zip", "tva.zip"].map(|name| folder.path().join(name));
    export(&crate::export::full_site().await, &first).await;
    let target = TestApp::empty(crate::backup::AT).await;
    let imported = import(&target, &first, &[]).await;
    assert_eq!(imported.code, Some(0), "{}{}", imported.report, imported.error);
    export(&target, &second).await;
    let (first, second) = (files(&first), files(&second));
    for name in differences(&first, &second) {
        let text = |files: &Files| files.get(&name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let (one, other) = (text(&first).unwrap_or_default(), text(&second).unwrap_or_default());
        let unlike = one.lines().zip(other.lines()).find(|(one, other)| one != other);
        assert_eq!(name, "", "{unlike:?}");
    }
}

#[tokio::test]
async fn a_site_that_an_import_makes_is_whole_before_it_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let (zip, data) = (folder.path().join("export.zip"), folder.path().join("ny"));
    export(&TestApp::demo(DECEMBER).await, &zip).await;
    let imported = import_into(&data, &zip, &["--at", DECEMBER]);
    assert_eq!(imported.code, Some(0), "{}{}", imported.report, imported.error);
    let checked = run(&["check", "--data", data.to_str().unwrap()], "");
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
}
