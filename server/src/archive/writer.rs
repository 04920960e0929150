//! Writes an archive beside its place: it is there when it is whole, on the disk and read back, or not at all.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use app::temporary_file::TemporaryFile;
use data_encoding::HEXLOWER;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use sha2::{Digest as _, Sha256};

const PIECE: usize = 64 * 1024;

/// An archive that is being written. Dropped before it is kept, it leaves nothing behind.
pub struct ArchiveWriter {
    zip: ZipArchiveWriter<BufWriter<File>>,
    temporary: TemporaryFile,
}

/// An archive that is whole under a temporary name, so that it can be read back.
#[derive(Debug)]
pub struct FinishedArchive {
    temporary: TemporaryFile,
}

/// How an entry is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// As it is: pictures and documents are compressed already.
    Store,
    /// Compressed.
    Deflate,
}

/// What was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// How many bytes it had, unpacked.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: [u8; 32],
}

impl Written {
    /// Returns the SHA-256 in lower-case hexadecimal digits.
    pub fn sha256_in_hex(&self) -> String {
        HEXLOWER.encode(&self.sha256)
    }
}

/// Why something could not be copied.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The source cannot be read.
    #[error("{0}")]
    Source(io::Error),
    /// The target cannot be written.
    #[error("{0}")]
    Target(#[from] io::Error),
}

impl ArchiveWriter {
    /// Begins an archive that is to be in a place.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn create(target: &Path) -> io::Result<Self> {
        let (temporary, file) = TemporaryFile::beside(target, "zip")?;
        Ok(Self { zip: ZipArchiveWriter::new(BufWriter::with_capacity(PIECE, file)), temporary })
    }

    /// Adds an entry, piece by piece.
    ///
    /// # Errors
    /// See [`WriteError`]. The archive cannot go on after one.
    pub fn add(&mut self, name: &str, content: impl Read, packing: Packing) -> Result<Written, WriteError> {
        let entry = self.zip.new_file(name).unix_permissions(0o600);
        match packing {
            Packing::Store => {
                let (mut entry, config) = entry.start().map_err(of_disk)?;
                let mut data = config.wrap(&mut entry);
                let written = copy(content, &mut data)?;
                let (_, descriptor) = data.finish().map_err(of_disk)?;
                entry.finish(descriptor).map_err(of_disk)?;
                Ok(written)
            }
            Packing::Deflate => {
                let entry = entry.compression_method(CompressionMethod::DEFLATE);
                let (mut entry, config) = entry.start().map_err(of_disk)?;
                // Fast: a backup shares the machine with the readers of the site.
                let mut data = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
                let written = copy(content, &mut data)?;
                let (encoder, descriptor) = data.finish().map_err(of_disk)?;
                encoder.finish()?;
                entry.finish(descriptor).map_err(of_disk)?;
                Ok(written)
            }
        }
    }

    /// Writes the list of entries.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn finish(self) -> io::Result<FinishedArchive> {
        self.zip.finish().map_err(of_disk)?.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(FinishedArchive { temporary: self.temporary })
    }
}

impl FinishedArchive {
    /// Returns where it is for now.
    pub fn path(&self) -> &Path {
        self.temporary.path()
    }

    /// Gives it its name. When this returns, it survives a power cut.
    ///
    /// # Errors
    /// What the disk reports.
    pub fn keep_as(self, target: &Path) -> io::Result<()> {
        self.temporary.keep_as(target)
    }
}

/// Copies to the end, and hashes what is copied.
///
/// # Errors
/// See [`WriteError`].
pub fn copy(mut source: impl Read, target: &mut impl Write) -> Result<Written, WriteError> {
    let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
    loop {
        let length = match source.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(WriteError::Source(error)),
        };
        hash.update(&piece[..length]);
        bytes += length as u64;
        target.write_all(&piece[..length])?;
    }
    Ok(Written { bytes, sha256: hash.finalize().into() })
}

fn of_disk(error: rawzip::Error) -> io::Error {
    match error.into_kind() {
        rawzip::ErrorKind::IO(error) => error,
        other => io::Error::other(rawzip::Error::from(other)),
    }
}
