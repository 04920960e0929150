//! An archive that has been judged, and its entries.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use flate2::read::DeflateDecoder;
use rawzip::{FileReader, RECOMMENDED_BUFFER_SIZE, ZipArchive, ZipArchiveEntryWayfinder, ZipVerifier};

use super::error::ArchiveError;
use super::judge::Judge;
use super::limits::Limits;

/// The fewest bytes that an entry takes in the list of entries.
const SHORTEST_RECORD: u64 = 46;

/// A zip file whose entries have been judged and may be read.
#[derive(Debug)]
pub struct Archive {
    zip: ZipArchive<FileReader>,
    entries: Vec<Entry>,
    by_name: HashMap<String, usize>,
    litter: usize,
}

/// A file in an archive.
#[derive(Debug, Clone)]
pub struct Entry {
    name: String,
    packed: Packed,
    wayfinder: ZipArchiveEntryWayfinder,
}

/// How an entry is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packed {
    Stored,
    Deflated,
}

/// Reads an entry. It fails as soon as more comes than the archive said, and at the end when the checksum is another.
pub struct EntryReader<'a>(ZipVerifier<Box<dyn Read + 'a>>);

impl Archive {
    /// Opens and judges a zip file. Nothing of its content is read.
    ///
    /// # Errors
    /// See [`ArchiveError`].
    pub fn open(path: &Path, limits: &Limits) -> Result<Self, ArchiveError> {
        let file = File::open(path)?;
        // A folder can be opened and not read.
        if file.metadata()?.is_dir() {
            return Err(ArchiveError::NoArchive);
        }
        let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
        let zip = ZipArchive::from_file(file, &mut buffer).map_err(no_archive)?;
        check_list(&zip, limits)?;
        let mut judge = Judge::new(&zip, limits);
        let mut listed = zip.entries(&mut buffer);
        let mut count = 0;
        while let Some(record) = listed.next_entry().map_err(broken)? {
            count += 1;
            if count > limits.entries {
                return Err(ArchiveError::TooMany { count, limit: limits.entries });
            }
            judge.take(&record);
        }
        if count != zip.entries_hint() {
            return Err(ArchiveError::Broken);
        }
        let judged = judge.finish()?;
        let by_name = judged.entries.iter().enumerate().map(|(index, entry)| (entry.name.clone(), index));
        let by_name = by_name.collect();
        Ok(Self { zip, entries: judged.entries, by_name, litter: judged.litter })
    }

    /// Returns the files in their order. Folders and what systems leave behind are left out.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Finds a file by its name.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.by_name.get(name).map(|index| &self.entries[*index])
    }

    /// Returns how many files were left out because systems leave them behind in every folder.
    pub const fn litter(&self) -> usize {
        self.litter
    }

    /// Reads an entry piece by piece. Its errors become sentences by [`ArchiveError::reading`].
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] when the archive has changed since it was judged.
    pub fn reader(&self, entry: &Entry) -> Result<EntryReader<'_>, ArchiveError> {
        let place = self.zip.get_entry(entry.wayfinder);
        let place = place.map_err(|_| ArchiveError::Damaged(entry.name.clone()))?;
        let packed = place.reader();
        let unpacked: Box<dyn Read + '_> = match entry.packed {
            Packed::Stored => Box::new(packed),
            Packed::Deflated => Box::new(DeflateDecoder::new(packed)),
        };
        Ok(EntryReader(place.verifying_reader(unpacked)))
    }

    /// Reads a whole entry, which the caller knows to be small.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] when it is not what the archive says, and those of the disk.
    pub fn read(&self, entry: &Entry) -> Result<Vec<u8>, ArchiveError> {
        let mut bytes = Vec::new();
        let read = self.reader(entry)?.read_to_end(&mut bytes);
        read.map_err(|error| ArchiveError::reading(&entry.name, error))?;
        Ok(bytes)
    }
}

impl Entry {
    pub(super) const fn new(name: String, packed: Packed, wayfinder: ZipArchiveEntryWayfinder) -> Self {
        Self { name, packed, wayfinder }
    }

    /// Returns the name: parts joined by `/`, none of which leads anywhere else.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns how many bytes it becomes, which holds or reading it fails.
    pub fn bytes(&self) -> u64 {
        self.wayfinder.uncompressed_size_hint()
    }
}

impl Read for EntryReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

/// Judges the list of entries by its size and by what it says of itself, before it is read.
fn check_list(archive: &ZipArchive<FileReader>, limits: &Limits) -> Result<(), ArchiveError> {
    let bytes = archive.eocd_offset().checked_sub(archive.directory_offset()).ok_or(ArchiveError::Broken)?;
    let count = archive.entries_hint();
    if count > limits.entries {
        return Err(ArchiveError::TooMany { count, limit: limits.entries });
    }
    if bytes > limits.list_bytes() {
        return Err(ArchiveError::LongList(bytes));
    }
    if count.saturating_mul(SHORTEST_RECORD) > bytes { Err(ArchiveError::Broken) } else { Ok(()) }
}

fn no_archive(error: rawzip::Error) -> ArchiveError {
    match error.into_kind() {
        rawzip::ErrorKind::IO(error) => ArchiveError::Io(error),
        rawzip::ErrorKind::MissingEndOfCentralDirectory => ArchiveError::NoArchive,
        _ => ArchiveError::Broken,
    }
}

fn broken(error: rawzip::Error) -> ArchiveError {
    match error.into_kind() {
        rawzip::ErrorKind::IO(error) => ArchiveError::Io(error),
        _ => ArchiveError::Broken,
    }
}
