//! Judges the entries of an archive one after the other, before any of them is read.

use std::collections::HashSet;

use rawzip::{CompressionMethod, ReaderAt, ZipArchive, ZipFileHeaderRecord};

use super::error::{ArchiveError, EntryFault, RefusedEntries};
use super::limits::Limits;
use super::name;
use super::reader::{Entry, Packed};

/// Entries below this may be packed as tightly as they like.
const SMALL: u64 = 1024 * 1024;
/// The bits of a Unix mode that tell files from folders, links and devices, and those two that we take.
const TYPE: u32 = 0o170_000;
const FILE: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;
/// The longest name with the longest extra fields that an entry's own header can have.
const LONGEST_HEADER: usize = 2 * 0xffff;

/// What is known of the entries so far.
pub(super) struct Judge<'a, R> {
    archive: &'a ZipArchive<R>,
    limits: &'a Limits,
    entries: Vec<Entry>,
    refused: RefusedEntries,
    litter: usize,
    total: u64,
    /// Keys of the files, and of the folders that files lie in.
    files: HashSet<String>,
    folders: HashSet<String>,
    /// Where each entry's bytes lie, with its name.
    spans: Vec<(u64, u64, String)>,
    header: Vec<u8>,
}

/// The entries that may be read, and how many were left out as litter.
pub(super) struct Judged {
    pub(super) entries: Vec<Entry>,
    pub(super) litter: usize,
}

impl<'a, R: ReaderAt> Judge<'a, R> {
    pub(super) fn new(archive: &'a ZipArchive<R>, limits: &'a Limits) -> Self {
        Self {
            archive,
            limits,
            entries: Vec::new(),
            refused: RefusedEntries::default(),
            litter: 0,
            total: 0,
            files: HashSet::new(),
            folders: HashSet::new(),
            spans: Vec::new(),
            header: vec![0; LONGEST_HEADER],
        }
    }

    /// Takes the next entry of the list.
    pub(super) fn take(&mut self, record: &ZipFileHeaderRecord<'_>) {
        let raw = record.file_path();
        let decoded = name::decode(raw.as_bytes(), record.flags().is_utf8());
        let judged = match decoded {
            Ok(decoded) => self.judge(record, &decoded).map_err(|fault| (decoded, fault)),
            Err(fault) => Err((String::from_utf8_lossy(raw.as_bytes()).into_owned(), fault)),
        };
        match judged {
            Ok(Some(entry)) => self.entries.push(entry),
            Ok(None) => {}
            Err((shown, fault)) => self.refused.add(&shown, fault),
        }
        self.total = self.total.saturating_add(record.uncompressed_size_hint());
    }

    /// Judges an entry by itself and beside those before it; `None` for folders and litter.
    fn judge(
        &mut self,
        record: &ZipFileHeaderRecord<'_>,
        decoded: &str,
    ) -> Result<Option<Entry>, EntryFault> {
        let name = name::judge(decoded)?;
        check_kind(record)?;
        self.check_size(record)?;
        self.check_header(record, &name)?;
        let key = name::key(&name);
        for (end, _) in key.match_indices('/') {
            self.folders.insert(key[..end].to_owned());
        }
        if record.is_dir() {
            self.folders.insert(key);
            return Ok(None);
        }
        if !self.files.insert(key) {
            return Err(EntryFault::Double);
        }
        if name::is_litter(&name) {
            self.litter += 1;
            return Ok(None);
        }
        let packed = match record.compression_method() {
            CompressionMethod::STORE => Packed::Stored,
            CompressionMethod::DEFLATE => Packed::Deflated,
            _ => return Err(EntryFault::Method),
        };
        Ok(Some(Entry::new(name, packed, record.wayfinder())))
    }

    fn check_size(&self, record: &ZipFileHeaderRecord<'_>) -> Result<(), EntryFault> {
        let (bytes, packed) = (record.uncompressed_size_hint(), record.compressed_size_hint());
        if bytes > self.limits.entry_bytes {
            return Err(EntryFault::TooLarge { bytes, limit: self.limits.entry_bytes });
        }
        let times = bytes / packed.max(1);
        if bytes > SMALL && times > self.limits.ratio { Err(EntryFault::Bomb(times)) } else { Ok(()) }
    }

    /// Compares the entry's own header with the list: some programs believe the one, some the other.
    fn check_header(&mut self, record: &ZipFileHeaderRecord<'_>, name: &str) -> Result<(), EntryFault> {
        let entry = self.archive.get_entry(record.wayfinder()).map_err(|_| EntryFault::TwoNames)?;
        let header = entry.local_header(&mut self.header).map_err(|_| EntryFault::TwoNames)?;
        if header.file_path().as_bytes() != record.file_path().as_bytes()
            || header.compression_method() != record.compression_method()
            || header.flags().is_encrypted() != record.flags().is_encrypted()
        {
            return Err(EntryFault::TwoNames);
        }
        let (_, end) = entry.compressed_data_range();
        self.spans.push((record.local_header_offset(), end, name.to_owned()));
        Ok(())
    }

    /// Judges all entries together.
    pub(super) fn finish(mut self) -> Result<Judged, ArchiveError> {
        // A file that is also a folder of another could only be a link.
        for entry in &self.entries {
            if self.folders.contains(&name::key(entry.name())) {
                self.refused.add(entry.name(), EntryFault::Double);
            }
        }
        self.spans.sort_unstable();
        let mut last = 0;
        for (start, end, name) in &self.spans {
            if *start < last || *end > self.archive.directory_offset() {
                self.refused.add(name, EntryFault::Overlap);
            }
            last = last.max(*end);
        }
        if self.refused.count() > 0 {
            return Err(ArchiveError::Entries(self.refused));
        }
        if self.total > self.limits.total_bytes {
            return Err(ArchiveError::TooLarge { bytes: self.total, limit: self.limits.total_bytes });
        }
        Ok(Judged { entries: self.entries, litter: self.litter })
    }
}

/// Refuses what is no plain file or folder, or cannot be read without a password.
fn check_kind(record: &ZipFileHeaderRecord<'_>) -> Result<(), EntryFault> {
    let flags = record.flags();
    if flags.is_encrypted() || flags.has_strong_encryption() || flags.is_masked() {
        return Err(EntryFault::Encrypted);
    }
    // Whatever system the entry says it comes from: some programs follow the mode all the same.
    match (record.external_attributes() >> 16) & TYPE {
        0 | FILE | FOLDER => Ok(()),
        _ => Err(EntryFault::Special),
    }
}
