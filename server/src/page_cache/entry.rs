//! A finished page: bytes in three encodings, headers that belong to them, and how long they are true.

use app::time::UnixMillis;
use std::io::Write as _;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, StatusCode, header};
use sha2::{Digest as _, Sha256};

use super::Encoding;

/// What a page is compared with before it is given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The time, in milliseconds UTC.
    pub(crate) millis: UnixMillis,
    /// Which state of the content.
    pub(crate) generation: u64,
}

/// A finished page. The nonce in its headers is that in its bytes; they live and die together.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    /// Headers that are the same for every asker, such as the content security policy.
    pub(crate) headers: HeaderMap,
    brotli: Bytes,
    gzip: Bytes,
    plain: Bytes,
    /// Whether there are smaller encodings than the plain one.
    is_compressed: bool,
    etag: String,
    /// When its rendering began, and what the content was then. An earlier time is another state of the doors.
    from: Moment,
    /// From when it is no longer true, in milliseconds UTC.
    until: UnixMillis,
}

impl Page {
    /// Finishes what was rendered: compresses it in every encoding.
    pub(crate) fn finish(
        status: StatusCode,
        headers: HeaderMap,
        plain: Bytes,
        from: Moment,
        until: UnixMillis,
    ) -> Self {
        let etag = etag_of(&plain);
        let (brotli, gzip) = (brotli(&plain), gzip(&plain));
        Self { status, headers, brotli, gzip, plain, is_compressed: true, etag, from, until }
    }

    /// Takes bytes that no encoding makes smaller, such as a picture's.
    pub(crate) fn finish_picture(headers: HeaderMap, bytes: Bytes, from: Moment, until: UnixMillis) -> Self {
        Self {
            status: StatusCode::OK,
            headers,
            brotli: Bytes::new(),
            gzip: Bytes::new(),
            etag: etag_of(&bytes),
            plain: bytes,
            is_compressed: false,
            from,
            until,
        }
    }

    /// The encoding in which somebody gets it who would rather have this one.
    pub(super) fn encoding(&self, preferred: Encoding) -> Encoding {
        if self.is_compressed { preferred } else { Encoding::Plain }
    }

    /// Whether it is true at a moment.
    pub(crate) fn holds(&self, at: Moment) -> bool {
        at.generation == self.from.generation && self.from.millis <= at.millis && at.millis < self.until
    }

    /// Whether others may get it, too: a page or a closed door. Pages that are not there have no end of addresses,
    /// and would fill the memory.
    pub(crate) fn may_be_kept(&self) -> bool {
        matches!(self.status, StatusCode::OK | StatusCode::FORBIDDEN)
            && !self.headers.contains_key(header::SET_COOKIE)
            && !self.headers.contains_key(header::CACHE_CONTROL)
    }

    /// From when it is no longer true, in milliseconds UTC.
    pub(crate) fn until(&self) -> UnixMillis {
        self.until
    }

    /// Its bytes in an encoding, or plain where compressing did not help.
    pub(crate) fn bytes(&self, encoding: Encoding) -> Bytes {
        match encoding {
            Encoding::Brotli => self.brotli.clone(),
            Encoding::Gzip => self.gzip.clone(),
            Encoding::Plain => self.plain.clone(),
        }
    }

    /// The name of exactly these bytes.
    pub(crate) fn etag(&self, encoding: Encoding) -> String {
        match encoding.name() {
            Some(name) => format!("\"{}-{name}\"", self.etag.trim_matches('"')),
            None => self.etag.clone(),
        }
    }

    /// What it takes in memory, roughly, in bytes.
    pub(crate) fn weight(&self) -> usize {
        const HEADERS: usize = 1024;
        self.brotli.len() + self.gzip.len() + self.plain.len() + HEADERS
    }
}

/// The name of some bytes, as the header `ETag` has it.
pub(crate) fn etag_of(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let name = hash.first_chunk().map_or(0, |bits| u128::from_be_bytes(*bits));
    format!("\"{name:032x}\"")
}

fn brotli(plain: &[u8]) -> Bytes {
    const BUFFER: usize = 4096;
    const QUALITY: u32 = 5;
    // A window of 256 kB holds any of our pages; a larger one only costs memory.
    const WINDOW: u32 = 18;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    // A vector takes every byte.
    let _ = writer.write_all(plain);
    writer.into_inner().into()
}

fn gzip(plain: &[u8]) -> Bytes {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    let _ = writer.write_all(plain);
    writer.finish().unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn page(status: StatusCode, from: UnixMillis, until: UnixMillis) -> Page {
        let from = Moment { millis: from, generation: 7 };
        Page::finish(status, HeaderMap::new(), Bytes::from("guldkorn ".repeat(100)), from, until)
    }

    #[test]
    fn every_encoding_says_the_same() {
        let page = page(StatusCode::OK, UnixMillis(0), UnixMillis(1));
        let mut text = String::new();
        brotli::Decompressor::new(&page.bytes(Encoding::Brotli)[..], 4096).read_to_string(&mut text).unwrap();
        assert_eq!(text.as_bytes(), page.plain);
        text.clear();
        flate2::read::GzDecoder::new(&page.bytes(Encoding::Gzip)[..]).read_to_string(&mut text).unwrap();
        assert_eq!(text.as_bytes(), page.plain);
        let etags = [Encoding::Brotli, Encoding::Gzip, Encoding::Plain].map(|encoding| page.etag(encoding));
        assert!(etags[0] != etags[1] && etags[1] != etags[2] && etags[0].ends_with("-br\""));
    }

    #[test]
    fn it_holds_for_its_time_and_its_content_only() {
        let page = page(StatusCode::OK, UnixMillis(1000), UnixMillis(2000));
        let holds = |millis, generation| page.holds(Moment { millis, generation });
        assert!(holds(UnixMillis(1000), 7) && holds(UnixMillis(1999), 7));
        assert!(!holds(UnixMillis(2000), 7), "late");
        assert!(!holds(UnixMillis(999), 7), "the clock was set back");
        assert!(!holds(UnixMillis(1500), 8), "something was saved");
    }

    #[test]
    fn only_pages_and_closed_doors_are_kept() {
        for (status, kept) in
            [(200, true), (403, true), (404, false), (410, false), (302, false), (500, false)]
        {
            assert_eq!(
                page(StatusCode::from_u16(status).unwrap(), UnixMillis(0), UnixMillis(1)).may_be_kept(),
                kept,
                "{status}"
            );
        }
    }
}
