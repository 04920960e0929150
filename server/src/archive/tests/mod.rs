//! Archives as honest and as hostile programs write them.

mod hostile;
mod written;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use tempfile::TempDir;

use super::*;

const LIMITS: Limits =
    Limits { entries: 1_000, entry_bytes: 20_000_000, total_bytes: 40_000_000, ratio: 200 };

/// What an entry of a test is.
struct Item<'a> {
    name: &'a [u8],
    content: &'a [u8],
    mode: u32,
    is_encrypted: bool,
}

fn item<'a>(name: &'a str, content: &'a str) -> Item<'a> {
    Item { name: name.as_bytes(), content: content.as_bytes(), mode: 0o100_644, is_encrypted: false }
}

fn zipped(items: &[Item<'_>]) -> Vec<u8> {
    let mut writer = ZipArchiveWriter::new(Vec::new());
    for item in items {
        let entry = writer.new_file(EntryPath::verbatim(item.name)).unix_permissions(item.mode);
        let entry = entry.encrypted(item.is_encrypted).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = entry.start().unwrap();
        let encoder = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::default());
        let mut data = config.wrap(encoder);
        data.write_all(item.content).unwrap();
        let (encoder, descriptor) = data.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    writer.finish().unwrap()
}

fn open(bytes: &[u8], limits: &Limits) -> Result<Archive, ArchiveError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.zip");
    fs::write(&path, bytes).unwrap();
    Archive::open(&path, limits)
}

/// Returns the faults of an archive's entries.
fn faults(items: &[Item<'_>]) -> Vec<EntryFault> {
    match open(&zipped(items), &LIMITS) {
        Err(ArchiveError::Entries(refused)) => {
            refused.named().iter().map(|(_, fault)| fault.clone()).collect()
        }
        Err(other) => panic!("{other}"),
        Ok(_) => Vec::new(),
    }
}

/// Returns the names and contents of an archive's files.
fn contents(archive: &Archive) -> Result<Vec<(String, Vec<u8>)>, ArchiveError> {
    archive.entries().iter().map(|entry| Ok((entry.name().to_owned(), archive.read(entry)?))).collect()
}

/// Replaces bytes of an archive, the first or the last time that they occur.
fn patched(mut bytes: Vec<u8>, from: &[u8], to: &[u8], last: bool) -> Vec<u8> {
    let mut windows = bytes.windows(from.len());
    let place = if last {
        windows.rposition(|window| window == from)
    } else {
        windows.position(|window| window == from)
    };
    let place = place.expect("it is there");
    bytes[place..place + to.len()].copy_from_slice(to);
    bytes
}
