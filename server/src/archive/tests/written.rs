//! Archives that this program writes.

use super::*;

fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn write(target: &Path, files: &[(&str, &[u8], Packing)]) -> FinishedArchive {
    let mut writer = ArchiveWriter::create(target).unwrap();
    for (name, content, packing) in files {
        assert_eq!(writer.add(name, *content, *packing).unwrap().bytes, content.len() as u64);
    }
    writer.finish().unwrap()
}

#[test]
fn an_archive_is_there_when_it_is_kept_and_leaves_nothing_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("kopia.zip");
    let sevens = vec![7; 200_000];
    let files = [("a.txt", &b"ett"[..], Packing::Deflate), ("å/b.bin", &sevens, Packing::Store)];
    drop(ArchiveWriter::create(&target).unwrap());
    drop(write(&target, &files));
    assert_eq!(names(&folder), [""; 0]);
    let failing = ArchiveWriter::create(&target).unwrap().add("x", Failing, Packing::Store);
    assert!(matches!(failing, Err(WriteError::Source(_))));
    assert_eq!(names(&folder), [""; 0]);

    let finished = write(&target, &files);
    assert!(!target.exists());
    let read = contents(&Archive::open(finished.path(), &LIMITS).unwrap()).unwrap();
    assert_eq!(read, files.map(|(name, content, _)| (name.to_owned(), content.to_vec())));
    finished.keep_as(&target).unwrap();
    assert_eq!(names(&folder), ["kopia.zip"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(target.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Another library reads the same.
    let mut other = zip::ZipArchive::new(fs::File::open(&target).unwrap()).unwrap();
    for (name, content, _) in files {
        let mut read = Vec::new();
        other.by_name(name).unwrap().read_to_end(&mut read).unwrap();
        assert_eq!(read, content, "{name}");
    }
}

/// A file that cannot be read.
struct Failing;

impl io::Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("a broken disk"))
    }
}

#[test]
fn an_archive_may_have_more_entries_than_the_old_format() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("kopia.zip");
    let mut writer = ArchiveWriter::create(&target).unwrap();
    for number in 0..70_000 {
        writer.add(&format!("media/{number}"), &b""[..], Packing::Store).unwrap();
    }
    let finished = writer.finish().unwrap();
    let limits = Limits { entries: 70_000, ..LIMITS };
    assert_eq!(Archive::open(finished.path(), &limits).unwrap().entries().len(), 70_000);
    let file = fs::File::open(finished.path()).unwrap();
    assert_eq!(zip::ZipArchive::new(file).unwrap().len(), 70_000);
}
