use std::path::{Path, PathBuf};

use super::unpacked::top;
use super::{Contents, LIMITS, Unpacked};
use crate::archive::{Archive, ArchiveWriter, Packing};
use crate::import::options::Kind;

const WXR: &str = "<?xml version='1.0'?><rss xmlns:wp='http://wordpress.org/export/1.2/'>";
const GHOST: &str = r#"{"db": [{"meta": {}, "data": {"posts": []}}]}"#;

fn zip(folder: &Path, files: &[(&str, &str)]) -> PathBuf {
    let path = folder.join("blogg.zip");
    let mut writer = ArchiveWriter::create(&path).unwrap();
    for (name, content) in files {
        writer.add(name, content.as_bytes(), Packing::Deflate).unwrap();
    }
    writer.finish().unwrap().keep_as(&path).unwrap();
    path
}

#[test]
fn the_contents_tell_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let of = |files: &[(&str, &str)], given| {
        let archive = Archive::open(&zip(folder.path(), files), &LIMITS).unwrap();
        let contents = Contents::of(&archive, given).unwrap();
        contents.map(|contents| (contents.kind, contents.exports)).map_err(|unknown| unknown.to_string())
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        of(&[("del/2.xml", WXR), ("del/1.XML", WXR), ("a.xml", "<rss>"), ("b.jpg", "x")], None),
        Ok((Kind::WordPress, names(&["del/1.XML", "del/2.xml"])))
    );
    assert_eq!(
        of(&[("x/ghost.json", GHOST), ("x/p.json", "{}")], None),
        Ok((Kind::Ghost, names(&["x/ghost.json"])))
    );
    assert_eq!(of(&[("a.md", "# A"), ("data.json", GHOST)], None), Ok((Kind::Markdown, Vec::new())));
    assert_eq!(
        of(&[("a.md", "# A"), ("b.json", GHOST)], Some(Kind::Ghost)),
        Ok((Kind::Ghost, names(&["b.json"])))
    );
    assert_eq!(of(&[("a.json", GHOST), ("b.json", GHOST)], None), Err("2 filer på .json".into()));
    assert_eq!(
        of(&[("a.docx", "x"), ("b.docx", "x"), ("LÄS", "x"), ("c.<b>", "x")], None),
        Err("2 filer på .docx, 1 fil utan ändelse, 1 fil av annat slag".into())
    );
}

#[test]
fn what_is_unpacked_is_the_folder_and_goes_again() {
    let data = tempfile::tempdir().unwrap();
    let path = zip(data.path(), &[("min blogg/a.md", "# A"), ("min blogg/bild/b.jpg", "x")]);
    let archive = Archive::open(&path, &LIMITS).unwrap();
    let unpacked = Unpacked::new(&archive, data.path()).unwrap();
    assert_eq!(std::fs::read_to_string(unpacked.root().join("a.md")).unwrap(), "# A");
    assert!(unpacked.file("min blogg/bild/b.jpg").is_file());
    assert_eq!(unpacked.name(&path), "min blogg");
    drop(unpacked);
    assert_eq!(std::fs::read_dir(data.path()).unwrap().count(), 1, "only the zip file");
    assert_eq!(top(["a/1", "b/2"].into_iter()), None);
    assert_eq!(top(["a/1", "2"].into_iter()), None);
    assert_eq!(top([].into_iter()), None);
}
