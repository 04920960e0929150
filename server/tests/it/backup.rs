//! Backups of a site that goes on writing, and their restoration.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use app::db::Db;
use app::media::store::{NewPicture, Variant, add_picture};
use app::media::{PictureId, files};
use app::staff::Role;
use app::state::AppState;
use jiff::Timestamp;
use server::SnapshotError;
use server::archive::{Archive, ArchiveWriter, Limits, Packing};
use server::backup::{Backup, BackupError, RestoreError, Restored, make, restore_into};
use server::data_folder::{DataFolder, DataFolderError};

use crate::browser::Browser;
use crate::test_app::TestApp;

pub(crate) const AT: &str = "2026-12-07T08:00+01:00";
const LIMITS: Limits = Limits { entries: 10_000, entry_bytes: 1 << 30, total_bytes: 1 << 30, ratio: 1_000 };

pub(crate) fn data_of(app: &TestApp) -> DataFolder {
    DataFolder::at(app.state.media_folder.parent().unwrap())
}

async fn back_up(app: &TestApp, target: &Path) -> Result<Backup, BackupError> {
    make(&data_of(app), target, Timestamp::from_second(1_796_000_000).unwrap()).await
}

/// A site with a picture, a document, an account that is logged in, and a link for review.
async fn small_site() -> TestApp {
    let app = TestApp::empty(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let pdf = b"%PDF-1.7\n1 0 obj\n<< /Type /Page >>\n(ord)\nendobj\nstartxref\n9\n%%EOF\n";
    let fields = [("title", "", &b"Rapport"[..]), ("language", "", b"sv"), ("file", "rapport.pdf", pdf)];
    anna.upload("/admin/dokument", &fields).await;
    add_a_picture(&app.state, &[7; 10_000]).await;
    app
}

async fn add_a_picture(state: &AppState, content: &[u8]) -> PictureId {
    let id = PictureId::random().unwrap();
    files::write(&state.media_folder, id, [("480.webp", content)]).unwrap();
    let bytes = i64::try_from(content.len()).unwrap();
    let variant = Variant { name: "480.webp".into(), media_type: "image/webp".into(), width: 480, bytes };
    let (alt, variants) = (String::new(), vec![variant]);
    let picture = NewPicture { id, width: 480, height: 320, variants, alt, added_by: None };
    let mut writer = state.db.write_content().await.unwrap();
    add_picture(&mut writer, &picture, state.clock.now_millis()).await.unwrap();
    writer.commit().await.unwrap();
    id
}

/// Returns every file of a folder with its content.
pub(crate) fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn media(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    tree(&folder.join("media"))
}

/// Returns the rows of all that readers see, and of accounts.
async fn rows(data: &Path) -> Vec<String> {
    let db = Db::open(&data.join("guldkorn.db")).await.unwrap();
    let rows = sqlx::query_scalar(
        "select 'post ' || id || slug || title || body_html || state || coalesce(public_from, '') from posts
         union all select 'revision ' || post_id || number || content from revisions
         union all select 'picture ' || picture_id || name from picture_files
         union all select 'document ' || id || name || hex(hash) from document_files
         union all select 'door ' || edition_id || day || coalesce(post_id, '') from doors
         union all select 'account ' || email || coalesce(password_hash, '') from staff order by 1",
    );
    let rows = rows.fetch_all(db.reader()).await.unwrap();
    db.close().await;
    rows
}

async fn count(data: &Path, sql: &'static str) -> i64 {
    let db = Db::open(&data.join("guldkorn.db")).await.unwrap();
    let count = sqlx::query_scalar(sql).fetch_one(db.reader()).await.unwrap();
    db.close().await;
    count
}

#[tokio::test]
async fn a_restored_site_is_the_one_that_was_backed_up() {
    let app = TestApp::demo(AT).await;
    let mut anna = Browser::of(&app, "Anna", Role::Admin).await;
    let pdf = b"%PDF-1.7\n1 0 obj\n<< /Type /Page >>\n(ord)\nendobj\nstartxref\n9\n%%EOF\n";
    let fields = [("title", "", &b"Rapport"[..]), ("language", "", b"sv"), ("file", "rapport.pdf", pdf)];
    anna.upload("/admin/dokument", &fields).await;
    let folder = tempfile::tempdir().unwrap();
    let (target, restored) = (folder.path().join("kopia.zip"), folder.path().join("ny/data"));
    let made = back_up(&app, &target).await.unwrap();
    assert_eq!((made.missing.len(), made.bytes), (0, fs::metadata(&target).unwrap().len()));
    assert_eq!(made.media, media(data_of(&app).path()).len());
    let Restored { made_at, content, missing } = restore_into(&restored, &target).await.unwrap();
    assert_eq!((made_at.as_str(), missing.len()), ("2026-11-30T00:53:20Z", 0));
    assert!(content.posts > 20 && content.pictures > 5 && content.documents == 1, "{content:?}");
    assert_eq!(media(&restored), media(data_of(&app).path()));
    assert_eq!(rows(&restored).await, rows(data_of(&app).path()).await);
    assert_eq!(count(&restored, "select count(*) from staff_sessions").await, 0, "everybody logs in again");
    let names: Vec<_> = fs::read_dir(&restored).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "database, media, lock: {names:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        for path in [target, restored.join("guldkorn.db"), restored.join("media"), restored] {
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_while_others_write_is_of_one_moment() {
    let app = small_site().await;
    let (state, stop, added) =
        (app.state.clone(), Arc::new(AtomicBool::new(false)), Arc::new(AtomicI64::new(0)));
    let writing = tokio::spawn({
        let (stop, added) = (Arc::clone(&stop), Arc::clone(&added));
        async move {
            while !stop.load(Ordering::Relaxed) {
                // A picture and a tag of its own, in one transaction after the other.
                let id = add_a_picture(&state, added.load(Ordering::Relaxed).to_string().as_bytes()).await;
                let mut writer = state.db.write_content().await.unwrap();
                let add = sqlx::query("insert into tags (slug, name) values ($1, $1)").bind(id.to_string());
                add.execute(&mut *writer).await.unwrap();
                writer.commit().await.unwrap();
                added.fetch_add(1, Ordering::Relaxed);
            }
        }
    });
    let folder = tempfile::tempdir().unwrap();
    for round in 0..4 {
        let target = folder.path().join(format!("{round}.zip"));
        let data = folder.path().join(round.to_string());
        let before = added.load(Ordering::Relaxed);
        assert_eq!(back_up(&app, &target).await.unwrap().missing, [""; 0]);
        let after = added.load(Ordering::Relaxed);
        let restored = restore_into(&data, &target).await.unwrap();
        assert_eq!(restored.missing, [""; 0], "what the database names is there");
        let tags = count(&data, "select count(*) from tags").await;
        assert!((before..=after + 1).contains(&tags), "{before} {tags} {after}");
        let pictures = restored.content.pictures - 1;
        assert!(pictures == tags || pictures == tags + 1, "{pictures} {tags}");
    }
    assert!(added.load(Ordering::Relaxed) > 8, "it went on writing");
    stop.store(true, Ordering::Relaxed);
    writing.await.unwrap();
}

#[tokio::test]
async fn missing_files_are_told_and_stop_nothing() {
    let app = small_site().await;
    let lost = add_a_picture(&app.state, b"x").await;
    fs::remove_dir_all(app.state.media_folder.join(lost.to_string())).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("kopia.zip");
    let expected = [format!("{lost}/480.webp")];
    assert_eq!(back_up(&app, &target).await.unwrap().missing, expected);
    assert_eq!(restore_into(&folder.path().join("data"), &target).await.unwrap().missing, expected);

    let empty = TestApp::empty(AT).await;
    let target = folder.path().join("tom.zip");
    assert_eq!(back_up(&empty, &target).await.unwrap().media, 0);
    let data = folder.path().join("tom");
    assert_eq!(restore_into(&data, &target).await.unwrap().content.pictures, 0);
    assert!(data.join("media").is_dir());
}

#[tokio::test]
async fn a_folder_with_anything_in_it_is_left_alone() {
    let app = small_site().await;
    let folder = tempfile::tempdir().unwrap();
    let (target, data) = (folder.path().join("kopia.zip"), folder.path().join("data"));
    back_up(&app, &target).await.unwrap();
    for name in ["guldkorn.db", "guldkorn.db-wal", "media/x", "annat.txt"] {
        let file = data.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "någon annans").unwrap();
        let before = tree(folder.path());
        let refused = restore_into(&data, &target).await.unwrap_err();
        assert!(matches!(refused, RestoreError::NotEmpty(_)), "{refused}");
        assert_eq!(tree(folder.path()), before, "{name}");
        fs::remove_dir_all(&data).unwrap();
    }
    let refused = back_up(&app, &target).await.unwrap_err();
    assert!(matches!(refused, BackupError::Database(SnapshotError::Exists(_))), "{refused}");
    // An empty disk, and what a site leaves that was moved away.
    fs::create_dir_all(data.join("lost+found")).unwrap();
    fs::write(data.join("guldkorn.lock"), "").unwrap();
    // And what a restoration leaves that was killed.
    fs::create_dir_all(data.join(".aterstallning.del/media")).unwrap();
    fs::write(data.join(".aterstallning.del/guldkorn.db"), "halv").unwrap();
    let refused = DataFolder::prepare(&data).unwrap_err();
    assert!(matches!(refused, DataFolderError::Restoring(_)), "no new site begins in it: {refused}");
    restore_into(&data, &target).await.unwrap();
    // One that was killed when the media were in their place, and the database was not.
    fs::create_dir(data.join(".aterstallning.del")).unwrap();
    fs::rename(data.join("guldkorn.db"), data.join(".aterstallning.del/guldkorn.db")).unwrap();
    restore_into(&data, &target).await.unwrap();
    assert!(!data.join(".aterstallning.del").exists());
    let lock = DataFolder::at(&data).lock().unwrap();
    let refused = restore_into(&data, &target).await.unwrap_err();
    assert!(matches!(refused, RestoreError::NotEmpty(_)), "{refused}");
    drop(lock);
    fs::remove_file(data.join("guldkorn.db")).unwrap();
    fs::remove_dir_all(data.join("media")).unwrap();
    let _lock = DataFolder::at(&data).lock().unwrap();
    let refused = restore_into(&data, &target).await.unwrap_err();
    assert!(matches!(refused, RestoreError::DataFolder(_)), "{refused}");
}

/// Gives back a file of a backup, by its name and content, or leaves it out.
type Change = Box<dyn Fn(&str, Vec<u8>) -> Option<Vec<u8>>>;
/// A file by its name and content.
type File<'a> = (&'a str, &'a [u8]);

/// Writes a backup anew, each file as a function gives it back.
fn rewritten(from: &Path, to: &Path, change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>, more: &[File<'_>]) {
    let archive = Archive::open(from, &LIMITS).unwrap();
    let mut writer = ArchiveWriter::create(to).unwrap();
    for entry in archive.entries() {
        if let Some(content) = change(entry.name(), archive.read(entry).unwrap()) {
            writer.add(entry.name(), &*content, Packing::Deflate).unwrap();
        }
    }
    for (name, content) in more {
        writer.add(name, *content, Packing::Store).unwrap();
    }
    writer.finish().unwrap().keep_as(to).unwrap();
}

fn replaced(content: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = str::from_utf8(content).unwrap();
    assert!(text.contains(from), "{text}");
    text.replacen(from, to, 1).into_bytes()
}

const MANIFEST: &str = "guldkorn-backup.json";

#[tokio::test]
async fn a_backup_that_somebody_has_changed_is_refused() {
    let app = small_site().await;
    let folder = tempfile::tempdir().unwrap();
    let (target, other, data) =
        (folder.path().join("kopia.zip"), folder.path().join("annan.zip"), folder.path().join("data"));
    back_up(&app, &target).await.unwrap();
    let schema = format!("\"schema\":{}", app::db::newest_schema());
    let manifest = |from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        move |name: &str, content: Vec<u8>| {
            Some(if name == MANIFEST { replaced(&content, &from, &to) } else { content })
        }
    };
    let without =
        |part: &'static str| move |name: &str, content: Vec<u8>| (!name.contains(part)).then_some(content);
    let longer = |part: &'static str| {
        move |name: &str, mut content: Vec<u8>| {
            content.extend(name.contains(part).then_some(b'!'));
            Some(content)
        }
    };
    let same = |_: &str, content| Some(content);
    let foreign = format!("media/{}/x.webp", "0".repeat(32));
    let cases: [(Change, &[File<'_>], &str); 11] = [
        (Box::new(without("480.webp")), &[], "480.webp saknas i säkerhetskopian"),
        (Box::new(without("guldkorn.db")), &[], "guldkorn.db saknas"),
        (Box::new(without(MANIFEST)), &[], "ingen säkerhetskopia av guldkorn"),
        (Box::new(longer("480.webp")), &[], "480.webp är ändrad eller skadad"),
        (Box::new(longer("guldkorn.db")), &[], "guldkorn.db är ändrad eller skadad"),
        (Box::new(longer(MANIFEST)), &[], "ingen säkerhetskopia av guldkorn"),
        (Box::new(same), &[(&foreign, b"x")], "hör inte hemma"),
        (Box::new(manifest("\"format\":1", "\"format\":2")), &[], "nyare version av guldkorn (0."),
        (Box::new(manifest(&schema, "\"schema\":9999")), &[], "nyare version av guldkorn (0."),
        (Box::new(manifest("media/", "../media/")), &[], "hör inte hemma"),
        (Box::new(manifest("480.webp", "../../x")), &[], "hör inte hemma"),
    ];
    for (change, more, words) in cases {
        rewritten(&target, &other, change, more);
        let refused = restore_into(&data, &other).await.unwrap_err().to_string();
        assert!(refused.contains(words), "{words}: {refused}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "{words}: nothing is left");
        fs::remove_file(&other).unwrap();
    }
}

#[tokio::test]
async fn a_backup_that_is_cut_or_of_which_a_byte_changed_is_refused_or_whole() {
    let app = small_site().await;
    let folder = tempfile::tempdir().unwrap();
    let (target, other, data) =
        (folder.path().join("kopia.zip"), folder.path().join("annan.zip"), folder.path().join("data"));
    back_up(&app, &target).await.unwrap();
    let (bytes, rows, media) =
        (fs::read(&target).unwrap(), rows(data_of(&app).path()).await, media(data_of(&app).path()));
    let end = bytes.len();
    for cut in [0, 1, end / 3, end / 2, end - 100, end - 22, end - 1] {
        fs::write(&other, &bytes[..cut]).unwrap();
        assert!(restore_into(&data, &other).await.is_err(), "{cut}");
        assert!(!data.exists());
    }
    let mut refused = 0;
    // All over the files, and closely in the list of them at the end.
    let places = (0..end).step_by(end / 40).chain((end - 600..end).step_by(17));
    for place in places {
        let mut changed = bytes.clone();
        changed[place] ^= 0x10;
        fs::write(&other, &changed).unwrap();
        match restore_into(&data, &other).await {
            Err(_) => {
                refused += 1;
                assert!(!data.exists());
            }
            Ok(_) => {
                assert_eq!(
                    (self::rows(&data).await, self::media(&data)),
                    (rows.clone(), media.clone()),
                    "{place}"
                );
                fs::remove_dir_all(&data).unwrap();
            }
        }
    }
    assert!(refused > 30, "{refused}");
}

#[tokio::test]
async fn hostile_zips_are_no_backups() {
    let folder = tempfile::tempdir().unwrap();
    let cases = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/import");
    let mut tried = 0;
    for entry in fs::read_dir(cases).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "zip") {
            tried += 1;
            let start = std::time::Instant::now();
            assert!(restore_into(&folder.path().join("data"), &path).await.is_err(), "{}", path.display());
            assert!(start.elapsed().as_secs() < 2);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }
    assert!(tried > 5);
}

/// A site as the version of November 2026 left it (migration 38), in a zip file of another program.
const OLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/backup-0038.zip");

#[tokio::test]
async fn a_site_of_an_older_version_is_restored_and_updated() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let Restored { content, missing, .. } = restore_into(&data, Path::new(OLD)).await.unwrap();
    assert_eq!((content.posts, content.pictures, content.documents, missing.len()), (1, 1, 1, 0));
    assert_eq!(media(&data).len(), 2);
    assert_eq!(count(&data, "select count(*) from staff_sessions").await, 0);
    let newest = count(&data, "select max(version) from _sqlx_migrations").await;
    assert_eq!(newest, app::db::newest_schema());
    let before_update = data.join(app::db::COPY_BEFORE_UPDATE);
    assert!(!before_update.exists(), "the backup itself is that copy");

    // The same database, opened by the server.
    let archive = Archive::open(Path::new(OLD), &LIMITS).unwrap();
    fs::write(data.join("guldkorn.db"), archive.read(archive.find("guldkorn.db").unwrap()).unwrap()).unwrap();
    let db = Db::open(&data.join("guldkorn.db")).await.unwrap();
    let titles: Vec<String> =
        sqlx::query_scalar("select title from posts").fetch_all(db.reader()).await.unwrap();
    assert_eq!(titles, ["Första steget"]);
    let mut copy = app::db::FileCopy::open(&before_update).await.unwrap();
    assert_eq!(copy.schema().await.unwrap(), Some(38));
}
