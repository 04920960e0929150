//! A cached page: its bytes in three encodings, their headers, and how long it is valid.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use app::statistics::ReadCounter;
use app::time::UnixMillis;
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use sha2::{Digest as _, Sha256};

use super::compression::{Quality, brotli, gzip};
use super::{Asked, Encoding, LastModified};
use crate::readings::is_reader;
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
    /// How `brotli` was made.
    quality: Quality,
    /// Whether somebody has already seen to it that `brotli` gets better, or found that it is not to.
    is_seen_to: Arc<AtomicBool>,
    etag: String,
    /// When the bytes became what they are.
    modified: LastModified,
    /// Read before the content was. A clock set back to before it makes the page invalid: doors may be closed again.
    rendered_at: Snapshot,
    /// The first instant at which the page is no longer valid.
    valid_until: UnixMillis,
    asked: Asked,
    /// Counts readings of the text that it shows, if that is counted.
    reads: Option<ReadCounter>,
}

impl CachedPage {
    /// Compresses a page in every encoding.
    pub(crate) fn compressed(page: RenderedPage) -> Self {
        let (brotli, gzip) = (brotli(&page.body, Quality::Quick), gzip(&page.body));
        Self { brotli, gzip, is_compressed: true, is_seen_to: Arc::default(), ..Self::uncompressed(page) }
    }

    /// Returns the same page with its brotli made as small as it gets; `None` when that is no smaller. Takes up to
    /// a tenth of a second of a processor.
    pub(super) fn recompressed(&self) -> Option<Self> {
        let smaller = brotli(&self.plain, Quality::Best);
        (self.is_compressed && smaller.len() < self.brotli.len()).then(|| Self {
            brotli: smaller,
            quality: Quality::Best,
            is_seen_to: Arc::new(AtomicBool::new(true)),
            ..self.clone()
        })
    }

    /// Takes a page whose body no encoding makes smaller, such as an image.
    pub(crate) fn uncompressed(page: RenderedPage) -> Self {
        let RenderedPage { status, headers, body, rendered_at, valid_until, text: _ } = page;
        Self {
            status,
            headers,
            brotli: Bytes::new(),
            gzip: Bytes::new(),
            etag: etag_of(&body),
            plain: body,
            is_compressed: false,
            quality: Quality::Quick,
            is_seen_to: Arc::new(AtomicBool::new(true)),
            modified: LastModified::after(rendered_at.millis),
            rendered_at,
            valid_until,
            asked: Asked::default(),
            reads: None,
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

    /// Returns the strong validator of the body in an encoding. It names bytes, not what they say: a page whose brotli was
    /// made again has another one there (RFC 9110, section 8.8.3).
    pub(crate) fn etag(&self, encoding: Encoding) -> String {
        let hash = self.etag.trim_matches('"');
        match (encoding.name(), self.quality) {
            (Some(name), Quality::Best) if encoding == Encoding::Brotli => format!("\"{hash}-{name}-11\""),
            (Some(name), _) => format!("\"{hash}-{name}\""),
            (None, _) => self.etag.clone(),
        }
    }

    /// Returns when the page was rendered.
    pub(super) const fn rendered_at(&self) -> UnixMillis {
        self.rendered_at.millis
    }

    /// Returns whether nobody has seen yet to a smaller brotli of this page.
    pub(super) fn may_be_seen_to(&self) -> bool {
        !self.is_seen_to.load(Ordering::Relaxed)
    }

    /// Takes it upon the caller to see to a smaller brotli; `false` when somebody else has.
    pub(super) fn see_to(&self) -> bool {
        !self.is_seen_to.swap(true, Ordering::Relaxed)
    }

    /// Leaves it to a later request.
    pub(super) fn leave(&self) {
        self.is_seen_to.store(false, Ordering::Relaxed);
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

    /// Counts the readings of the page's text by a counter.
    pub(crate) fn counting(mut self, reads: Option<ReadCounter>) -> Self {
        self.reads = reads;
        self
    }

    /// Counts a reading, if the page is one whose readings are counted and the request comes from a reader.
    pub(crate) fn was_read(&self, request_headers: &HeaderMap) {
        if let Some(reads) = &self.reads
            && is_reader(request_headers)
        {
            reads.count();
        }
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

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    /// As varied as a page: what only repeats itself gets no smaller.
    const TEXT: &[u8] = include_bytes!("entry.rs");

    fn page(status: StatusCode, from: i64, until: i64) -> CachedPage {
        let rendered_at = Snapshot { millis: UnixMillis(from), generation: 7 };
        let page = RenderedPage::ok(Bytes::from_static(TEXT), rendered_at, UnixMillis(until));
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
    fn only_the_brotli_of_a_page_that_is_compressed_again_is_other_bytes() {
        let quick = page(StatusCode::OK, 0, 1);
        let best = quick.recompressed().unwrap();
        assert!(best.brotli.len() < quick.brotli.len());
        let mut text = Vec::new();
        brotli::Decompressor::new(&best.brotli[..], 4096).read_to_end(&mut text).unwrap();
        assert_eq!(text, quick.plain);
        assert_ne!(best.etag(Encoding::Brotli), quick.etag(Encoding::Brotli));
        for encoding in [Encoding::Gzip, Encoding::Plain] {
            assert_eq!(best.etag(encoding), quick.etag(encoding));
            assert_eq!(best.body(encoding), quick.body(encoding));
        }
        assert!(!best.may_be_seen_to() && best.recompressed().is_none(), "it does not get smaller than that");
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
