//! Backups that are made and restored.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use app::db::Db;
use app::staff::Role;
use server::SnapshotError;
use server::archive::Archive;
use server::backup::{BackupError, RestoreError, Restored, restore_into};
use server::data_folder::{DataFolder, DataFolderError};

use super::{AT, LIMITS, add_a_picture, back_up, count, data_of, media, rows, small_site, tree};
use crate::browser::Browser;
use crate::test_app::TestApp;

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
    // However quick the backups were, it goes on writing.
    while added.load(Ordering::Relaxed) <= 8 {
        assert!(!writing.is_finished(), "it went on writing");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
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
