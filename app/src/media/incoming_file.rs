//! A file that is received piece by piece.

use std::fmt::Display;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::new_folder::NewFolder;

/// A file on its way to the disk, piece by piece, in a folder of its own. Dropped before [`keep`](Self::keep), it leaves
/// nothing behind.
#[derive(Debug)]
pub struct IncomingFile {
    folder: NewFolder,
    path: PathBuf,
    file: File,
    hash: Sha256,
    bytes: u64,
}

impl IncomingFile {
    /// Begins a file of a name in the folder of an id.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn begin(media_folder: &Path, id: impl Display + Copy, name: &str) -> io::Result<Self> {
        let folder = NewFolder::begin(media_folder, id)?;
        let path = folder.temporary().join(name);
        let file = File::options().read(true).write(true).create_new(true).open(&path)?;
        Ok(Self { folder, path, file, hash: Sha256::new(), bytes: 0 })
    }

    /// Writes the next piece.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn append(&mut self, piece: &[u8]) -> io::Result<()> {
        self.hash.update(piece);
        self.bytes += piece.len() as u64;
        self.file.write_all(piece)
    }

    /// How many bytes have come so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Returns the SHA-256 of what has come so far.
    pub fn hash(&self) -> [u8; 32] {
        self.hash.clone().finalize().into()
    }

    /// Opens what has come so far for reading.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn open(&self) -> io::Result<File> {
        File::open(&self.path)
    }

    /// Keeps the file, in a folder whose row is still to come. When this returns, it survives a power cut.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn keep(self) -> io::Result<NewFolder> {
        self.file.sync_all()?;
        self.folder.keep()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::media::PictureId;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn what_comes_piece_by_piece_is_kept_or_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let [a, b] = [PictureId::random().unwrap(), PictureId::random().unwrap()];
        let mut file = IncomingFile::begin(folder.path(), a, "fil").unwrap();
        file.append(b"Hej ").unwrap();
        assert!(IncomingFile::begin(folder.path(), a, "fil").is_err(), "one at a time");
        file.append(b"hej").unwrap();
        assert_eq!((file.bytes(), file.hash()), (7, Sha256::digest(b"Hej hej").into()));
        assert_eq!(io::read_to_string(file.open().unwrap()).unwrap(), "Hej hej");
        file.keep().unwrap().settle();
        assert_eq!(fs::read(folder.path().join(a.to_string()).join("fil")).unwrap(), b"Hej hej");
        let mut dropped = IncomingFile::begin(folder.path(), b, "fil").unwrap();
        dropped.append(b"x").unwrap();
        drop(dropped);
        assert_eq!(names(folder.path()), [a.to_string()]);
    }
}
