//! Exports that are damaged, or that somebody has made up, are refused before anything is written.

use std::path::Path;

use serde_json::Value;

use super::exchange::{Files, MANIFEST, export, files, import_into, rewrite, zip};
use crate::test_app::TestApp;

const AT: &str = "2026-12-07T08:00+01:00";

/// Imports files of an export and returns the sentence by which they are refused. Nothing may have been made.
fn refusal(folder: &Path, write: impl FnOnce(&Path)) -> String {
    let (file, data) = (folder.join("export.zip"), folder.join("data"));
    write(&file);
    let imported = import_into(&data, &file, &[]);
    std::fs::remove_file(&file).unwrap();
    assert_eq!((imported.code, imported.error.trim().lines().count()), (Some(1), 1), "{}", imported.error);
    if data.exists() {
        // What only the texts themselves show is refused later, and leaves an empty site.
        let left: Vec<_> = std::fs::read_dir(data.join("media")).unwrap().collect();
        assert!(left.is_empty(), "{left:?}");
        std::fs::remove_dir_all(&data).unwrap();
    }
    imported.error
}

fn change_json(files: &mut Files, name: &str, change: impl FnOnce(&mut Value)) {
    let text = files.get(name).unwrap();
    let (first, rest) = match text.iter().position(|byte| *byte == b'\n') {
        Some(end) if name.ends_with("jsonl") => text.split_at(end),
        _ => (&text[..], &b""[..]),
    };
    let mut value: Value = serde_json::from_slice(first).unwrap();
    change(&mut value);
    let changed = [serde_json::to_vec(&value).unwrap(), rest.to_vec()].concat();
    files.insert(name.to_owned(), changed);
}

#[tokio::test]
async fn a_damaged_export_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("hel.zip");
    export(&TestApp::demo(AT).await, &whole).await;
    let whole = files(&whole);
    let picture = whole.keys().find(|name| name.starts_with("media/")).unwrap().clone();
    let with = |change: &dyn Fn(&mut Files)| {
        let mut files = whole.clone();
        change(&mut files);
        refusal(folder.path(), |file| zip(file, &files))
    };
    let changed = with(&|files| files.get_mut(&picture).unwrap()[100] ^= 1);
    assert!(changed.contains(&picture) && changed.contains("ändrats"), "{changed}");
    let missing = with(&|files| drop(files.remove("data/posts.jsonl")));
    assert!(missing.contains("data/posts.jsonl saknas"), "{missing}");
    let foreign = with(&|files| drop(files.insert("extra.txt".into(), b"x".to_vec())));
    assert!(foreign.contains("extra.txt"), "{foreign}");
    let newer = with(&|files| change_json(files, MANIFEST, |value| value["format"] = 99.into()));
    assert!(newer.contains("senare version"), "{newer}");
    let broken = with(&|files| drop(files.insert(MANIFEST.into(), b"{\"format\": 1,".to_vec())));
    assert!(broken.contains("guldkorn-export.json"), "{broken}");
    let absurd = with(&|files| {
        change_json(files, MANIFEST, |value| value["counts"]["tags"] = 4_000_000_000_u64.into());
    });
    assert!(absurd.contains("orimligt"), "{absurd}");
    let fewer = with(&|files| change_json(files, MANIFEST, |value| value["counts"]["posts"] = 3.into()));
    assert!(fewer.contains("data/posts.jsonl"), "{fewer}");
}

#[tokio::test]
async fn an_export_that_somebody_has_made_up_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("hel.zip");
    export(&TestApp::demo(AT).await, &whole).await;
    let whole = files(&whole);
    let with = |name: &str, change: &dyn Fn(&mut Value)| {
        let mut files = whole.clone();
        change_json(&mut files, name, change);
        refusal(folder.path(), |file| rewrite(file, files))
    };
    let unknown = with("data/posts.jsonl", &|post| post["svans"] = 1.into());
    assert!(unknown.contains("data/posts.jsonl") && unknown.contains("rad 1"), "{unknown}");
    let slug = with("data/posts.jsonl", &|post| post["slug"] = "../etc".into());
    assert!(slug.contains("../etc"), "{slug}");
    let order = with("data/posts.jsonl", &|post| post["uid"] = "f".repeat(32).into());
    assert!(order.contains("fel plats"), "{order}");
    let rule = with("data/posts.jsonl", &|post| {
        (post["kind"], post["state"]) = ("guldkorn".into(), "published".into());
        (post["content"]["form"], post["content"]["quote"]) = ("quote".into(), "".into());
    });
    assert!(rule.contains("bryter mot en regel"), "{rule}");
    let exit = with("data/settings.json", &|settings| {
        settings["safety"]["exit_address"] = "javascript:alert(1)".into();
    });
    assert!(exit.contains("snabbutgången"), "{exit}");
    let menu =
        with("data/settings.json", &|settings| settings["menu"][0]["path"] = "javascript:alert(1)".into());
    assert!(menu.contains("bryter mot en regel"), "{menu}");
    let path = with("data/pictures.jsonl", &|picture| {
        picture["files"][0]["path"] = "data/settings.json".into();
    });
    assert!(path.contains("inte är dess egna"), "{path}");
    let days = with("data/editions.jsonl", &|edition| edition["days"] = 4000.into());
    assert!(days.contains("luckor"), "{days}");
    let zone = with("data/editions.jsonl", &|edition| edition["time_zone"] = "Mars/Nord".into());
    assert!(zone.contains("Mars/Nord"), "{zone}");
}

#[tokio::test]
async fn a_picture_that_is_none_is_left_out_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("export.zip");
    export(&TestApp::demo(AT).await, &file).await;
    let mut whole = files(&file);
    let picture =
        whole.keys().find(|name| name.starts_with("media/") && name.contains(".webp")).unwrap().clone();
    whole.insert(picture.clone(), b"<script>alert(1)</script>".to_vec());
    std::fs::remove_file(&file).unwrap();
    rewrite(&file, whole);
    let imported = import_into(&folder.path().join("data"), &file, &[]);
    assert_eq!(imported.code, Some(1), "{}", imported.error);
    let refused = imported.found("/findings", "picture-refused");
    let id = picture.split('/').nth(1).unwrap();
    assert!(refused.len() == 1 && refused[0].contains(id), "{refused:?}");
    assert!(!folder.path().join("data/media").join(id).exists());
}
