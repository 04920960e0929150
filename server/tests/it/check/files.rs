//! Files of pictures and documents, and other files.

use std::fs;

use app::db::Db;
use server::check::Check;

use super::{Stopped, assert_found, assert_repaired};

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
async fn recordings_are_held_against_their_hash() {
    let site = Stopped::demo().await;
    let (id, content) = ("0000000000000000000000000000000e", "Ljudet.");
    let db = Db::open(&site.data().join("guldkorn.db")).await.unwrap();
    let recording = app::recordings::Recording {
        id: id.parse().unwrap(),
        format: app::recordings::RecordingFormat::Mp3,
        bytes: content.len() as u64,
        millis: 2_000,
        transcript: "Hej.".into(),
        is_verbatim: false,
    };
    let media = site.data().join("media");
    app::media::files::write(&media, recording.id, [(app::recordings::FILE, content.as_bytes())]).unwrap();
    let mut writer = db.write_quietly().await.unwrap();
    let hash = <sha2::Sha256 as sha2::Digest>::digest(content);
    let post = app::posts::PostId(
        sqlx::query_scalar("select min(id) from posts").fetch_one(&mut *writer).await.unwrap(),
    );
    let now = app::time::UnixMillis(0);
    app::recordings::store::add(&mut writer, post, &recording, &hash, None, now).await.unwrap();
    app::search_index::index_waiting(&mut writer).await.unwrap();
    writer.commit().await.unwrap();
    db.close().await;
    assert!(site.check().await.is_clean());
    let file = media.join(id).join(app::recordings::FILE);
    fs::write(&file, content.to_uppercase()).unwrap();
    assert_found(&site.check().await, Check::Recordings, &["Ljudfilen", "ett annat innehåll"]);
    fs::remove_file(&file).unwrap();
    assert_found(&site.repair().await, Check::Recordings, &["saknas", "säkerhetskopia", id]);
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
