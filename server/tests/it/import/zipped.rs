//! Zips of what can be imported, as people download folders.

use std::fs;
use std::path::{Path, PathBuf};

use server::archive::{ArchiveWriter, Packing};

use super::imported_site::{ImportedSite, case};
use crate::program::run;

/// Zips files and folders under names.
pub(crate) fn zip(target: &Path, contents: &[(&str, PathBuf)]) {
    let mut writer = ArchiveWriter::create(target).unwrap();
    for (name, path) in contents {
        add(&mut writer, name, path);
    }
    writer.finish().unwrap().keep_as(target).unwrap();
}

fn add(writer: &mut ArchiveWriter, name: &str, path: &Path) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            let entry = entry.unwrap();
            add(writer, &format!("{name}/{}", entry.file_name().to_str().unwrap()), &entry.path());
        }
    } else {
        writer.add(name, fs::File::open(path).unwrap(), Packing::Deflate).unwrap();
    }
}

/// Returns what is left of temporary folders in a data folder.
fn leftovers(site: &ImportedSite) -> Vec<String> {
    let names =
        fs::read_dir(site.data()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".del")).collect()
}

#[tokio::test]
async fn a_zipped_folder_of_markdown_is_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hämtad (1).zip");
    zip(&path, &[("md-05-lankar-bilder", case("md-05-lankar-bilder"))]);
    let plain = ImportedSite::of("md-05-lankar-bilder");
    let mut zipped = ImportedSite::empty();
    zipped.import(&path, &[]);
    assert_eq!(zipped.report, plain.report);
    assert!(zipped.pictures().await > 0 && zipped.pictures().await == plain.pictures().await);
    let new = zipped.counts()[0];
    zipped.import(&case("md-05-lankar-bilder"), &[]);
    assert_eq!(zipped.counts()[2], new, "the folder itself is the same source");
    assert_eq!(leftovers(&zipped), <[String; 0]>::default());
}

#[tokio::test]
async fn a_zip_with_pictures_needs_no_folder_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("allt.zip");
    zip(
        &path,
        &[
            ("export/wordpress.xml", case("wxr-04-bilagor.xml")),
            ("export/uploads", case("wxr-04-bilagor.uploads")),
        ],
    );
    let (mut plain, mut zipped) = (ImportedSite::empty(), ImportedSite::empty());
    let media = case("wxr-04-bilagor.uploads");
    plain.import(&case("wxr-04-bilagor.xml"), &["--media", media.to_str().unwrap()]);
    zipped.import(&path, &[]);
    assert_eq!(zipped.report, plain.report);
    assert!(zipped.pictures().await > 0);

    let ghost = folder.path().join("ghost.zip");
    zip(
        &ghost,
        &[
            ("blogg.ghost.json", case("ghost-01-lexical-utan-html.json")),
            ("content", case("ghost-01-lexical-utan-html.content")),
        ],
    );
    let mut site = ImportedSite::empty();
    site.import(&ghost, &[]);
    assert_eq!(site.pictures().await, 1, "{}", site.report);
    assert_eq!(leftovers(&site), <[String; 0]>::default());
}

#[test]
fn a_zip_is_refused_before_anything_is_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let refused = |path: &Path| {
        let output = run(&["import", "--data", data.to_str().unwrap(), path.to_str().unwrap()], "");
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), text.trim().lines().count()), (Some(1), 1), "{path:?}: {text}");
        assert!(!data.exists(), "{path:?}");
        text
    };
    for name in ["01-zip-slip", "02-absolut", "03-symlank", "04-bomb", "07-namn"] {
        refused(&case(&format!("hostile-{name}.zip")));
    }
    let other = folder.path().join("annat.zip");
    zip(&other, &[("recept.docx", case("README.md")), ("bild.jpg", case("README.md"))]);
    let text = refused(&other);
    assert!(
        text.contains("1 fil på .docx") && text.contains("1 fil på .jpg") && text.contains("WordPress"),
        "{text}"
    );
}
