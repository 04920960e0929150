//! Compresses pages.

use std::io::Write as _;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;

/// How much time is spent on a page's brotli.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quality {
    /// A few milliseconds, for which the first visitor waits.
    Quick,
    /// About thirty times as long, for which nobody waits.
    Best,
}

pub(super) fn brotli(plain: &[u8], quality: Quality) -> Bytes {
    const BUFFER: usize = 4096;
    // A window of 256 kB holds any of our pages; a larger one only costs memory.
    const WINDOW: u32 = 18;
    let quality = match quality {
        Quality::Quick => 5,
        Quality::Best => 11,
    };
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, quality, WINDOW);
    // Writing to a vector cannot fail.
    let _ = writer.write_all(plain);
    writer.into_inner().into()
}

pub(super) fn gzip(plain: &[u8]) -> Bytes {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    let _ = writer.write_all(plain);
    writer.finish().unwrap_or_default().into()
}
