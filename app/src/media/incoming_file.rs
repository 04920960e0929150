//! A file that is received piece by piece.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::files;

/// A file on its way to the disk, piece by piece, in a folder of its own. Dropped before [`keep`](Self::keep), it leaves
/// nothing behind.
#[derive(Debug)]
pub struct IncomingFile {
    media_folder: PathBuf,
    id: String,
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
        let folder = files::temporary_folder(media_folder, id);
        fs::create_dir(&folder)?;
        let path = folder.join(name);
        let file = File::options().read(true).write(true).create_new(true).open(&path);
        let file = file.inspect_err(|_| files::remove(media_folder, id))?;
        let (media_folder, id) = (media_folder.to_owned(), id.to_string());
        Ok(Self { media_folder, id, path, file, hash: Sha256::new(), bytes: 0 })
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

    /// Keeps the file. When this returns, it survives a power cut.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn keep(self) -> io::Result<()> {
        self.file.sync_all()?;
        let temporary = files::temporary_folder(&self.media_folder, &*self.id);
        files::sync_folder(&temporary)?;
        fs::rename(&temporary, files::folder(&self.media_folder, &*self.id))?;
        files::sync_folder(&self.media_folder)
    }
}

impl Drop for IncomingFile {
    fn drop(&mut self) {
        // A kept one has another name by now.
        let temporary = files::temporary_folder(&self.media_folder, &*self.id);
        if temporary.exists()
            && let Err(error) = fs::remove_dir_all(&temporary)
        {
            tracing::warn!(%error, id = self.id, "what was half received could not be removed");
        }
    }
}

#[cfg(test)]
mod tests {
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
        file.keep().unwrap();
        assert_eq!(fs::read(folder.path().join(a.to_string()).join("fil")).unwrap(), b"Hej hej");
        let mut dropped = IncomingFile::begin(folder.path(), b, "fil").unwrap();
        dropped.append(b"x").unwrap();
        drop(dropped);
        assert_eq!(names(folder.path()), [a.to_string()]);
    }
}
