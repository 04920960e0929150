//! A cached page: its bytes in three encodings, their headers, and how long it is valid.

use std::io::Write as _;

use app::time::UnixMillis;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, StatusCode, header};
use sha2::{Digest as _, Sha256};

use super::{Asked, Encoding, LastModified};
use crate::render::RenderedPage;

/// A point in time and the content as it was then: what decides whether a page is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Snapshot {
    /// The time.
    pub(crate) millis: UnixMillis,
    /// The content's generation; every write makes a new one.
    pub(crate) generation: u64,
}

/// A page as it is served from memory. The nonce in its headers is that in its bytes, so they are stored together.
#[derive(Debug, Clone)]
pub(crate) struct CachedPage {
    pub(crate) status: StatusCode,
    /// Headers that are the same for every client, such as the content security policy.
    pub(crate) headers: HeaderMap,
    brotli: Bytes,
    gzip: Bytes,
    plain: Bytes,
    /// Whether `brotli` and `gzip` hold the page.
    is_compressed: bool,
    etag: String,
    /// When the bytes became what they are.
    modified: LastModified,
    /// Read before the content was. A clock set back to before it makes the page invalid: doors may be closed again.
    rendered_at: Snapshot,
    /// The first instant at which the page is no longer valid.
    valid_until: UnixMillis,
    asked: Asked,
}

impl CachedPage {
    /// Compresses a page in every encoding.
    pub(crate) fn compressed(page: RenderedPage) -> Self {
        let (brotli, gzip) = (brotli(&page.body), gzip(&page.body));
        Self { brotli, gzip, is_compressed: true, ..Self::uncompressed(page) }
    }

    /// Takes a page whose body no encoding makes smaller, such as an image.
    pub(crate) fn uncompressed(page: RenderedPage) -> Self {
        let RenderedPage { status, headers, body, rendered_at, valid_until } = page;
        Self {
            status,
            headers,
            brotli: Bytes::new(),
            gzip: Bytes::new(),
            etag: etag_of(&body),
            plain: body,
            is_compressed: false,
            modified: LastModified::after(rendered_at.millis),
            rendered_at,
            valid_until,
            asked: Asked::default(),
        }
    }

    /// Returns the encoding to serve to a client that prefers this one.
    pub(super) fn encoding(&self, preferred: Encoding) -> Encoding {
        if self.is_compressed { preferred } else { Encoding::Plain }
    }

    /// Returns whether the page shows the site as it is at a snapshot.
    pub(crate) fn is_valid_at(&self, at: Snapshot) -> bool {
        at.generation == self.rendered_at.generation
            && (self.rendered_at.millis..self.valid_until).contains(&at.millis)
    }

    /// Returns for how many milliseconds the page is still what the site shows; nothing or less when it is not.
    pub(crate) fn lifetime_at(&self, now: Snapshot) -> i64 {
        if self.is_valid_at(now) { self.valid_until - now.millis } else { 0 }
    }

    /// Returns whether the page may be stored for others: a found page or a closed door. There is no end of addresses
    /// without a page, and they would fill the cache.
    pub(crate) fn is_storable(&self) -> bool {
        matches!(self.status, StatusCode::OK | StatusCode::FORBIDDEN)
            && !self.headers.contains_key(header::SET_COOKIE)
            && !self.headers.contains_key(header::CACHE_CONTROL)
    }

    /// Returns the body in an encoding that [`encoding`](Self::encoding) allows.
    pub(crate) fn body(&self, encoding: Encoding) -> Bytes {
        match encoding {
            Encoding::Brotli => self.brotli.clone(),
            Encoding::Gzip => self.gzip.clone(),
            Encoding::Plain => self.plain.clone(),
        }
    }

    /// Returns the strong validator of the body in an encoding.
    pub(crate) fn etag(&self, encoding: Encoding) -> String {
        match encoding.name() {
            Some(name) => format!("\"{}-{name}\"", self.etag.trim_matches('"')),
            None => self.etag.clone(),
        }
    }

    /// Returns when the bytes became what they are.
    pub(crate) const fn modified(&self) -> LastModified {
        self.modified
    }

    /// Takes over the date of an earlier rendering: the same one if the bytes are the same, otherwise a later one, even
    /// when the clock was set back.
    pub(super) fn after(mut self, etag: &str, modified: LastModified) -> Self {
        self.modified = if self.etag == etag { modified } else { self.modified.max(modified.next()) };
        self
    }

    /// Counts together with the earlier renderings how often the page is asked for.
    pub(super) fn counted(mut self, asked: Asked) -> Self {
        self.asked = asked;
        self
    }

    /// Notes that the page was given to somebody.
    pub(crate) fn was_given(&self) {
        self.asked.once_more();
    }

    /// Returns roughly how many bytes of memory the page takes.
    pub(crate) fn size(&self) -> usize {
        const HEADERS: usize = 1024;
        self.brotli.len() + self.gzip.len() + self.plain.len() + HEADERS
    }
}

/// Returns the value of the header `ETag` for some bytes.
pub(crate) fn etag_of(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let digest = hash.first_chunk().map_or(0, |bits| u128::from_be_bytes(*bits));
    format!("\"{digest:032x}\"")
}

fn brotli(plain: &[u8]) -> Bytes {
    const BUFFER: usize = 4096;
    const QUALITY: u32 = 5;
    // A window of 256 kB holds any of our pages; a larger one only costs memory.
    const WINDOW: u32 = 18;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    // Writing to a vector cannot fail.
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

    fn page(status: StatusCode, from: i64, until: i64) -> CachedPage {
        let rendered_at = Snapshot { millis: UnixMillis(from), generation: 7 };
        let page = RenderedPage::ok(Bytes::from("guldkorn ".repeat(100)), rendered_at, UnixMillis(until));
        CachedPage::compressed(RenderedPage { status, ..page })
    }

    #[test]
    fn every_encoding_has_the_same_content() {
        let page = page(StatusCode::OK, 0, 1);
        let mut text = String::new();
        brotli::Decompressor::new(&page.body(Encoding::Brotli)[..], 4096).read_to_string(&mut text).unwrap();
        assert_eq!(text.as_bytes(), page.plain);
        text.clear();
        flate2::read::GzDecoder::new(&page.body(Encoding::Gzip)[..]).read_to_string(&mut text).unwrap();
        assert_eq!(text.as_bytes(), page.plain);
        let etags = [Encoding::Brotli, Encoding::Gzip, Encoding::Plain].map(|encoding| page.etag(encoding));
        assert!(etags[0] != etags[1] && etags[1] != etags[2] && etags[0].ends_with("-br\""));
    }

    #[test]
    fn it_is_valid_for_its_time_and_its_content_only() {
        let page = page(StatusCode::OK, 1000, 2000);
        let is_valid =
            |millis, generation| page.is_valid_at(Snapshot { millis: UnixMillis(millis), generation });
        assert!(is_valid(1000, 7) && is_valid(1999, 7));
        assert!(!is_valid(2000, 7), "late");
        assert!(!is_valid(999, 7), "the clock was set back");
        assert!(!is_valid(1500, 8), "something was saved");
    }

    #[test]
    fn only_found_pages_and_closed_doors_are_storable() {
        for (status, storable) in
            [(200, true), (403, true), (404, false), (410, false), (302, false), (500, false)]
        {
            assert_eq!(page(StatusCode::from_u16(status).unwrap(), 0, 1).is_storable(), storable, "{status}");
        }
    }
}
