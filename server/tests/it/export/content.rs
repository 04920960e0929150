//! What an export says of a site.

use std::fs;

use app::export::{Document, Edition, GoneSlug, Picture, Post, Redirect, State, Tag, layout};
use data_encoding::HEXLOWER;
use server::export::{ExportError, LIMITS};
use server::{SnapshotError, archive};
use sha2::{Digest as _, Sha256};

use super::{export, exported, full_site, list, manifest, text, unpacked};
use crate::backup::data_of;

#[tokio::test]
async fn two_exports_of_one_site_differ_in_nothing_but_their_time() {
    let app = full_site().await;
    let folder = tempfile::tempdir().unwrap();
    let zips = ["ett.zip", "två.zip"].map(|name| folder.path().join(name));
    for zip in &zips {
        export(&app, zip).await.unwrap();
    }
    assert!(fs::read(&zips[0]).unwrap() == fs::read(&zips[1]).unwrap());
    let refused = export(&app, &zips[0]).await.unwrap_err();
    assert!(matches!(refused, ExportError::Database(SnapshotError::Exists(_))), "{refused}");
}

#[tokio::test]
async fn the_manifest_knows_every_file_and_counts_every_list() {
    let app = full_site().await;
    let (done, files) = exported(&app).await;
    let manifest = manifest(&files);
    assert_eq!(manifest, done.manifest);
    assert_eq!(manifest.missing, [""; 0]);
    let listed: Vec<&str> = manifest.files.iter().map(|file| &*file.path).collect();
    let there: Vec<&str> =
        files.keys().map(|path| &**path).filter(|path| *path != layout::MANIFEST).collect();
    assert_eq!(listed, there);
    for file in &manifest.files {
        let content = &files[&file.path];
        let hash = HEXLOWER.encode(&Sha256::digest(content));
        assert_eq!((file.bytes, &file.sha256), (content.len() as u64, &hash), "{}", file.path);
    }
    let lines = |path| text(&files, path).lines().count() as u64;
    let counts = manifest.counts;
    for (path, count) in [
        (layout::POSTS, counts.posts),
        (layout::TAGS, counts.tags),
        (layout::EDITIONS, counts.editions),
        (layout::PICTURES, counts.pictures),
        (layout::DOCUMENTS, counts.documents),
        (layout::RECORDINGS, counts.recordings),
        (layout::REDIRECTS, counts.redirects),
        (layout::GONE, counts.gone),
    ] {
        assert!(count > 0 && lines(path) == count, "{path}: {count}");
    }
    assert!(text(&files, layout::README).starts_with("EXPORT AV MIA Vidare"));
}

#[tokio::test]
async fn posts_of_every_state_come_along_with_all_that_was_saved() {
    let app = full_site().await;
    let (_, files) = exported(&app).await;
    let posts: Vec<Post> = list(&files, layout::POSTS);
    let find = |slug: &str| posts.iter().find(|post| post.slug == slug).unwrap();
    for (slug, state) in [
        ("klar-text", State::Ready),
        ("utkast-text", State::Draft),
        ("con", State::Withdrawn),
        ("kommande", State::Published),
    ] {
        assert_eq!(find(slug).state, state, "{slug}");
    }
    assert_eq!(find("con").former_slugs, ["con"], "readers are told that it is gone");
    let page = find("en-sida");
    assert_eq!(page.content.body, "مرحبا 👩🏽‍🦽 Å\n\n| a | b |");
    assert_eq!(page.content.teaser, "", "not the one that was made");
    let newer = page.unpublished.as_ref().unwrap();
    assert_eq!((&*newer.title, &*newer.publish_at), ("En sida till", "2027-01-01T08:00"));
    let uids: Vec<_> = posts.iter().map(|post| post.uid).collect();
    assert!(uids.is_sorted() && posts.iter().any(|post| post.content.sensitive));
    let editions: Vec<Edition> = list(&files, layout::EDITIONS);
    let doors = editions.iter().flat_map(|edition| &edition.doors);
    let hung: Vec<_> = doors.filter_map(|door| door.post).collect();
    assert!(hung.len() > 20 && hung.iter().all(|post| uids.contains(post)));
    assert!(editions.iter().any(|edition| edition.former_slugs == ["gammal-kalender"]));
    let tags: Vec<Tag> = list(&files, layout::TAGS);
    let known = |name: &String| tags.iter().any(|tag| tag.name == *name);
    assert!(posts.iter().flat_map(|post| &post.content.tags).all(known));
    let redirects: Vec<Redirect> = list(&files, layout::REDIRECTS);
    assert!(
        redirects.iter().any(|from| from.query == "p=123" && from.post.is_some_and(|to| uids.contains(&to)))
    );
    assert!(redirects.iter().any(|from| from.to.as_deref() == Some("/blogg/2020/12")));
    let gone: Vec<GoneSlug> = list(&files, layout::GONE);
    assert_eq!(gone, [GoneSlug { slug: "borta".into() }]);
}

#[tokio::test]
async fn files_are_as_they_are_stored_and_missing_ones_are_told() {
    let app = full_site().await;
    let media = data_of(&app).media();
    let (_, whole) = exported(&app).await;
    let pictures: Vec<Picture> = list(&whole, layout::PICTURES);
    for file in pictures.iter().flat_map(|picture| &picture.files) {
        let on_disk = fs::read(media.join(file.path.strip_prefix("media/").unwrap())).unwrap();
        assert!(whole[&file.path] == on_disk, "{}", file.path);
    }
    let documents: Vec<Document> = list(&whole, layout::DOCUMENTS);
    assert!(documents.iter().all(|document| whole[&document.path].len() as u64 == document.bytes));
    assert!(documents.iter().any(|document| whole[&document.path] == b"Hej\n"));
    fs::write(media.join("ffffffffffffffffffffffffffffffff/dokument"), "Hoj\n").unwrap();
    let [gone, cut] = [0, 1].map(|at| pictures[at].files[0].path.clone());
    fs::remove_file(media.join(gone.strip_prefix("media/").unwrap())).unwrap();
    fs::write(media.join(cut.strip_prefix("media/").unwrap()), "kort").unwrap();
    let (done, rest) = exported(&app).await;
    assert_eq!(done.manifest.missing, [&*gone, &*cut, &*documents[0].path]);
    assert!(!rest.contains_key(&gone) && !rest.contains_key(&cut));
}

#[tokio::test]
async fn a_file_that_is_cut_is_noticed_by_whoever_reads_it() {
    let app = full_site().await;
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("export.zip");
    export(&app, &zip).await.unwrap();
    assert!(unpacked(&zip).len() > 100);
    let bytes = fs::read(&zip).unwrap();
    fs::write(&zip, &bytes[..bytes.len() - 100]).unwrap();
    assert!(archive::Archive::open(&zip, &LIMITS).is_err());
}
