//! `guldkorn check`: each fault is made in a real data folder, found, and mended where it can be.

use std::fs;
use std::path::{Path, PathBuf};

use app::db::Db;
use app::time::Clock;
use server::check::{Check, Report, check};
use server::data_folder::DataFolder;
use server::demo;
use tempfile::TempDir;

use crate::program::{Running, run};
use crate::test_app::instant;

const AT: &str = "2026-12-07T08:00+01:00";

/// A data folder with the demo site, which no server uses.
pub(crate) struct Stopped {
    folder: TempDir,
}

impl Stopped {
    pub(crate) async fn demo() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::prepare(&folder.path().join("data")).unwrap();
        let db = Db::open(&data.database()).await.unwrap();
        app::markdown::rerender_outdated(&db).await.unwrap();
        demo::fill(&db, &data.media(), &Clock::fixed(instant(AT)), 0).await.unwrap();
        db.close().await;
        Self { folder }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Changes the database behind the program's back: without checks of references.
    pub(crate) async fn change(&self, steps: &[&'static str]) {
        let db = Db::open(&self.data().join("guldkorn.db")).await.unwrap();
        let mut writer = db.write_quietly().await.unwrap();
        sqlx::query("pragma defer_foreign_keys = on").execute(&mut *writer).await.unwrap();
        for step in steps {
            sqlx::query(*step).execute(&mut *writer).await.unwrap();
        }
        writer.commit().await.unwrap();
        db.close().await;
    }

    /// Changes the database as a program does that knows nothing of references.
    async fn change_without_references(&self, step: &'static str) {
        use sqlx::ConnectOptions as _;
        let file = self.data().join("guldkorn.db");
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).foreign_keys(false);
        let mut connection = options.connect().await.unwrap();
        sqlx::query(step).execute(&mut connection).await.unwrap();
        sqlx::Connection::close(connection).await.unwrap();
    }

    async fn text(&self, query: &'static str) -> String {
        let db = Db::open_read_only(&self.data().join("guldkorn.db")).await.unwrap();
        let text = sqlx::query_scalar(query).fetch_one(db.reader()).await.unwrap();
        db.close().await;
        text
    }

    async fn check(&self) -> Report {
        check(&self.data(), false).await.unwrap()
    }

    async fn repair(&self) -> Report {
        check(&self.data(), true).await.unwrap()
    }
}

/// Asserts that one check has found something, and nothing else has.
fn assert_found(report: &Report, by: Check, words: &[&str]) {
    let lines = report.lines();
    assert!(!report.found.is_empty(), "nothing was found: {words:?}");
    assert!(report.found.iter().all(|(check, _)| *check == by), "{lines:?}");
    for word in words {
        assert!(lines.iter().any(|line| line.contains(word)), "{word:?} in {lines:?}");
    }
}

/// Asserts that a repair mends it, and that a second one has nothing to do.
async fn assert_repaired(site: &Stopped) {
    let report = site.repair().await;
    assert!(report.is_clean() && !report.repaired.is_empty(), "{:?}", report.lines());
    assert_unchanged_by_repair(site).await;
}

async fn assert_unchanged_by_repair(site: &Stopped) {
    let before = fs::read(site.data().join("guldkorn.db")).unwrap();
    let again = site.repair().await;
    assert_eq!(again.lines(), ["Inga fel."]);
    assert_eq!(fs::read(site.data().join("guldkorn.db")).unwrap(), before);
}

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

#[tokio::test]
async fn files_of_pictures_are_held_against_their_rows_both_ways() {
    let site = Stopped::demo().await;
    let id = site.text("select picture_id from picture_variants limit 1").await;
    let name = site.text("select name from picture_variants limit 1").await;
    let folder = site.data().join("media").join(&id);
    let file = folder.join(&name);
    let content = fs::read(&file).unwrap();
    fs::write(&file, &content[1..]).unwrap();
    assert_found(&site.repair().await, Check::Pictures, &["är skadade", &id, &name, "säkerhetskopia"]);
    fs::remove_file(&file).unwrap();
    assert_found(&site.check().await, Check::Pictures, &["saknas", &name]);
    fs::write(&file, content).unwrap();
    fs::write(folder.join("annan.webp"), "x").unwrap();
    assert_found(&site.check().await, Check::Pictures, &["filer som inte hör till bilden", "annan.webp"]);
    fs::remove_file(folder.join("annan.webp")).unwrap();
    site.change(&["insert into picture_renditions (picture_id, name, width, height, bytes, shape)
         select id, 'beskuren.webp', 480, 320, 10, 'lead' from pictures limit 1"])
        .await;
    assert_found(&site.check().await, Check::Pictures, &["Beskurna filer", "beskär bilden på nytt"]);
}

#[tokio::test]
async fn documents_are_held_against_their_hash() {
    let site = Stopped::demo().await;
    let content = "Innehållet.";
    let id = "0000000000000000000000000000000d";
    let db = Db::open(&site.data().join("guldkorn.db")).await.unwrap();
    let document = app::documents::Document {
        id: id.parse().unwrap(),
        title: "Rapporten".into(),
        language: app::posts::Language::default(),
        file_id: id.parse().unwrap(),
        name: "rapport.txt".into(),
        format: app::documents::DocumentFormat::Txt,
        bytes: content.len() as u64,
        pages: None,
        is_tagged: None,
    };
    let media = site.data().join("media");
    app::media::files::write(&media, document.file_id, [(app::documents::FILE, content.as_bytes())]).unwrap();
    let mut writer = db.write_quietly().await.unwrap();
    let hash = <sha2::Sha256 as sha2::Digest>::digest(content);
    app::documents::store::add(&mut writer, &document, &hash, None, app::time::UnixMillis(0)).await.unwrap();
    writer.commit().await.unwrap();
    db.close().await;
    assert!(site.check().await.is_clean());
    let file = media.join(id).join(app::documents::FILE);
    fs::write(&file, content.to_uppercase()).unwrap();
    assert_found(&site.check().await, Check::Documents, &["Rapporten", "ett annat innehåll"]);
    fs::remove_file(&file).unwrap();
    assert_found(&site.repair().await, Check::Documents, &["Rapporten", "saknas", "byt fil under Dokument"]);
}

#[tokio::test]
async fn what_nobody_knows_in_the_media_folder_is_found() {
    let site = Stopped::demo().await;
    let media = site.data().join("media");
    let orphan = "0000000000000000000000000000000f";
    fs::create_dir(media.join(orphan)).unwrap();
    assert_found(&site.repair().await, Check::MediaFolder, &[orphan, "Ta bort den", "30 dagar"]);
    fs::remove_dir(media.join(orphan)).unwrap();
    fs::write(media.join("anteckningar.txt"), "x").unwrap();
    assert_found(&site.check().await, Check::MediaFolder, &["anteckningar.txt", "Flytta bort den."]);
    fs::remove_file(media.join("anteckningar.txt")).unwrap();
    let known = site.text("select id from pictures limit 1").await;
    fs::create_dir(media.join(format!(".{orphan}.del"))).unwrap();
    fs::write(media.join(known).join(".480.webp.del"), "x").unwrap();
    let report = site.check().await;
    assert_found(&report, Check::MediaFolder, &["skrevs aldrig färdig", "2 fel."]);
    assert_repaired(&site).await;
    assert!(!media.join(format!(".{orphan}.del")).exists());
}

#[tokio::test]
async fn references_to_what_does_not_exist_are_named() {
    let site = Stopped::demo().await;
    site.change_without_references("insert into post_tags (post_id, tag_id) values (99999, 1)").await;
    assert_found(&site.repair().await, Check::Database, &["1 rad i tabellen post_tags", "guldkorn restore"]);
    site.change_without_references("delete from post_tags where post_id = 99999").await;
    site.change_without_references("update brand set logo = '0000000000000000000000000000000f'").await;
    let report = site.check().await;
    assert!(report.found.iter().any(|(check, _)| *check == Check::Settings), "{:?}", report.lines());
    let lines = report.lines().join("\n");
    assert!(lines.contains("Logotypen") && lines.contains("/admin/installningar/logotyp"), "{lines}");
}

#[tokio::test]
async fn an_address_that_two_texts_had_is_named() {
    let site = Stopped::demo().await;
    site.change(&["insert into post_redirects (slug, post_id)
         select slug, (select max(id) from posts) from posts where id = (select min(id) from posts)"])
        .await;
    assert_found(
        &site.check().await,
        Check::Redirects,
        &["som en annan text hade förut", "Ge den en annan adress."],
    );
}

#[tokio::test]
async fn an_old_address_that_leads_to_nothing_is_named_with_what_to_do() {
    let site = Stopped::demo().await;
    site.change(&["insert into path_redirects (path, query, to_path, created_at)
         values ('/', 'p=1', '/inlagg/finns-inte', 1), ('/gammal', '', '/om', 1)"])
        .await;
    let report = site.check().await;
    assert_found(
        &report,
        Check::Redirects,
        &["/?p=1 leder till /inlagg/finns-inte, där det inte finns någon sida", "guldkorn import"],
    );
    assert!(!report.lines().join("\n").contains("/gammal"), "{:?}", report.lines());
}

#[tokio::test]
async fn other_versions_of_the_database_are_named_and_left_alone() {
    for (step, words) in [
        (
            "delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)",
            ["Databasen är äldre än programmet", "Starta webbplatsen"],
        ),
        (
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
          values (9999, 'from the future', 1, x'00', 0)",
            ["Databasen är nyare än programmet (steg 9999)", "nyare version av guldkorn"],
        ),
        ("drop table _sqlx_migrations", ["ingen databas från Guldkorn", "--data"]),
    ] {
        let site = Stopped::demo().await;
        site.change(&[step]).await;
        let before = fs::read(site.data().join("guldkorn.db")).unwrap();
        assert_found(&site.repair().await, Check::Database, &words);
        assert_eq!(fs::read(site.data().join("guldkorn.db")).unwrap(), before, "{step}");
    }
}

/// Flips bytes all over the file, one place at a time.
#[tokio::test]
async fn a_damaged_database_is_a_sentence_and_never_a_panic() {
    let site = Stopped::demo().await;
    let file = site.data().join("guldkorn.db");
    let whole = fs::read(&file).unwrap();
    let mut noticed = 0;
    let places = 24;
    for place in 0..places {
        let mut damaged = whole.clone();
        let from = whole.len() / places * place + place * 7;
        for byte in damaged.iter_mut().skip(from).take(600) {
            *byte = !*byte;
        }
        for suffix in ["-wal", "-shm"] {
            let _ = fs::remove_file(site.data().join(format!("guldkorn.db{suffix}")));
        }
        fs::write(&file, &damaged).unwrap();
        let report = site.repair().await;
        noticed += usize::from(!report.is_clean() || !report.repaired.is_empty());
        for line in report.lines() {
            assert!(!line.contains('\n') && line.ends_with(['.', ')']), "{line}");
        }
    }
    assert!(noticed >= places / 2, "{noticed} of {places}: what is in no use may be flipped unnoticed");
    for cut in [0, 10, 100, 4096, whole.len() / 2] {
        fs::write(&file, &whole[..cut]).unwrap();
        let lines = site.repair().await.lines();
        assert!(lines.len() > 1, "{cut}: {lines:?}");
    }
    fs::write(&file, "not a database, by a long way".repeat(500)).unwrap();
    assert_found(
        &site.check().await,
        Check::Database,
        &["är skadad", "guldkorn restore --data", "KOPIA.zip"],
    );
}

#[cfg(unix)]
#[tokio::test]
async fn rights_of_others_are_found_and_taken_from_them() {
    use std::os::unix::fs::PermissionsExt as _;
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let site = Stopped::demo().await;
    set(&site.data().join("guldkorn.db"), 0o644);
    set(&site.data().join("media"), 0o755);
    let report = site.check().await;
    assert_found(&report, Check::Permissions, &["644 i stället för 600", "755 i stället för 700", "2 fel."]);
    assert_repaired(&site).await;
    let mode = site.data().join("guldkorn.db").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    set(&site.data(), 0o777);
    assert_found(&site.repair().await, Check::Permissions, &["får byta ut filer", "chmod o-w"]);
    set(&site.data(), 0o755);
    assert!(site.check().await.is_clean(), "a folder that others may look into is its owner's business");
    // Only the system's owner can give a file away, as one who runs a command with sudo does by accident.
    if std::os::unix::fs::chown(site.data().join("media"), Some(65534), None).is_ok() {
        assert_found(&site.check().await, Check::Permissions, &["tillhör ett annat konto", "chown -R"]);
    }
}

#[tokio::test]
async fn a_running_site_is_checked_and_only_its_files_are_mended() {
    let folder = tempfile::tempdir().unwrap();
    let site = Stopped { folder };
    let running = Running::start(site.folder.path(), &["--demo", "--at", "2026-12-07T08:00"]);
    assert_eq!(site.check().await.lines(), ["Inga fel."]);
    let half_written = site.data().join("media/.0000000000000000000000000000000f.del");
    fs::create_dir(&half_written).unwrap();
    assert!(site.repair().await.is_clean() && half_written.exists(), "it may be under way");
    site.change(&["delete from title_words"]).await;
    let report = site.repair().await;
    assert_found(&report, Check::SearchIndex, &["Stäng webbplatsen och kör om med --repair."]);
    assert!(report.repaired.is_empty());
    drop(running);
    assert_repaired(&site).await;
    assert!(!half_written.exists());
}

#[tokio::test]
async fn the_command_prints_a_line_each_and_tells_by_its_exit_code() {
    let site = Stopped::demo().await;
    let data = site.data();
    let data = data.to_str().unwrap();
    let clean = run(&["check", "--data", data], "");
    assert_eq!((clean.status.code(), &*String::from_utf8_lossy(&clean.stdout)), (Some(0), "Inga fel.\n"));
    site.change(&["delete from title_words"]).await;
    let found = run(&["check", "--data", data], "");
    let text = String::from_utf8_lossy(&found.stdout).into_owned();
    assert_eq!((found.status.code(), text.lines().count()), (Some(1), 2), "{text}");
    assert!(text.ends_with("1 fel.\n"), "{text}");
    let json = run(&["check", "--data", data, "--report", "json"], "");
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["count"], 1);
    assert_eq!(json["findings"][0]["check"], "search_index");
    let repaired = run(&["check", "--data", data, "--repair"], "");
    let text = String::from_utf8_lossy(&repaired.stdout).into_owned();
    assert_eq!(
        (repaired.status.code(), &*text),
        (Some(0), "Lagat: Sökregistret är byggt på nytt.\nInga fel.\n")
    );
    let nowhere = site.folder.path().join("nowhere");
    let missing = run(&["check", "--data", nowhere.to_str().unwrap()], "");
    let text = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert_eq!(missing.status.code(), Some(1));
    assert!(text.contains("finns ingen webbplats") && text.contains("--data") && !nowhere.exists(), "{text}");
}
