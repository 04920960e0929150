//! The Markdown files, as other programs and our own import of folders read them.

use std::fs;

use super::{exported, full_site, text};
use crate::program::run;

#[tokio::test]
async fn a_text_is_a_markdown_file_whose_pictures_are_beside_it() {
    let app = full_site().await;
    let (_, files) = exported(&app).await;
    let withdrawn = text(&files, "markdown/inlagg/con_.md");
    assert!(withdrawn.contains("title: \"Dragen text\"\nslug: \"con\"\n"), "{withdrawn}");
    assert!(withdrawn.contains("draft: true\n"), "{withdrawn}");
    let page = text(&files, "markdown/sidor/en-sida.md");
    assert!(
        page.starts_with("---\ntitle: \"En sida\"\nslug: \"en-sida\"\ntype: \"page\"\ndate: \"2026-"),
        "{page}"
    );
    assert!(page.ends_with("---\n\nمرحبا 👩🏽‍🦽 Å\n\n| a | b |\n"), "{page}");
    assert!(!page.contains("draft:"), "{page}");
    let texts: Vec<(&String, &str)> = files
        .keys()
        .filter(|path| path.starts_with("markdown/"))
        .map(|path| (path, text(&files, path)))
        .collect();
    assert!(texts.iter().any(|(_, text)| text.contains("\n> ")), "what somebody said");
    assert!(texts.iter().any(|(_, text)| text.contains("aliases: [\"/inlagg/forr\"]")));
    let mut pictures = 0;
    for (path, text) in texts {
        assert!(!text.contains("](/media/") && !text.contains("](/dokument/"), "{path}");
        for address in text.split("../../media/").skip(1) {
            let end = address.find(['"', ')', ' ', '>', '#']).unwrap();
            let file = format!("media/{}", &address[..end]);
            assert!(files.contains_key(&file), "{file} of {path}");
            pictures += 1;
        }
    }
    assert!(pictures > 3, "{pictures}");
    let ready = text(&files, "markdown/inlagg/klar-text.md");
    let link = "- [Hälsning.txt](<../../dokument/dddddddddddddddddddddddddddddddd/dokument.txt>)";
    assert!(ready.contains(link), "{ready}");
}

#[tokio::test]
async fn the_unpacked_folder_can_be_moved_in_as_markdown() {
    let app = full_site().await;
    let (done, files) = exported(&app).await;
    let folder = tempfile::tempdir().unwrap();
    let unpacked = folder.path().join("export");
    for (path, content) in &files {
        let file = unpacked.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    let (data, unpacked) = (data.to_str().unwrap(), unpacked.to_str().unwrap());
    let made = run(&["import", "--data", data, "--dry-run", "--report", "json", unpacked], "");
    let report = String::from_utf8(made.stdout).unwrap();
    let error = String::from_utf8(made.stderr).unwrap();
    let report: serde_json::Value =
        serde_json::from_str(&report).unwrap_or_else(|_| unreachable!("{report}{error}"));
    assert_eq!(report["new"], done.manifest.counts.posts, "{report}");
    assert!(!report.to_string().contains("picture-missing"), "{report}");
}
