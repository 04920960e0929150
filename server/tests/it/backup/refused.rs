//! What is no backup, or not a whole one.

use std::fs;
use std::path::{Path, PathBuf};

use server::archive::{Archive, ArchiveWriter, Packing};
use server::backup::restore_into;

use super::{LIMITS, back_up, data_of, media, rows, small_site};

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
