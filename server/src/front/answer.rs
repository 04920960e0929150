//! A response as the router has given it, ready to be given again.

use std::sync::{Arc, Weak};

use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};

use super::file::File;
use super::lasting::Lasting;
use super::shared;
use crate::page_cache::{
    Cacheable, CachedPage, Encoding, PageCache, Snapshot, cache_control, is_not_modified,
};

/// A response with everything that the middleware has added.
pub(super) enum Answer {
    Page(Page),
    File(Box<File>),
}

/// The page cache decides what is kept: what it has dropped is made anew.
pub(super) struct Page {
    headers: HeaderMap,
    cached: Weak<CachedPage>,
    encoding: Encoding,
    etag: String,
    /// Whether the headers say when the bytes became what they are: not in their first second.
    is_dated: bool,
    /// Whether `Cache-Control` says how long the page is true, and not something that holds for good.
    has_lifetime: bool,
}

impl Answer {
    /// Takes a response that was made of a page; `None` when it does not show the page.
    pub(super) fn of_page(response: &Response, made: &Cacheable) -> Option<Self> {
        let is_whole = response.status() == made.page.status && made.page.is_storable();
        is_whole.then(|| {
            Self::Page(Page {
                headers: response.headers().clone(),
                cached: Arc::downgrade(&made.page),
                encoding: made.encoding,
                etag: made.page.etag(made.encoding),
                has_lifetime: response.headers().get(header::CACHE_CONTROL) == made.lifetime.as_ref(),
                is_dated: response.headers().contains_key(header::LAST_MODIFIED),
            })
        })
    }

    /// Takes a file that was sent in the encoding of its key or in none, and returns the response with it.
    pub(super) async fn of_file(
        response: Response,
        lasting: Lasting,
        encoding: Encoding,
    ) -> (Response, Option<Self>) {
        let (response, file) = File::of(response, lasting, encoding).await;
        (response, file.map(Box::new).map(Self::File))
    }

    /// Takes what the router has just said of the file, that a client has it already: it is true for longer, and the next
    /// such client need not ask the router. `None` when this is something else.
    pub(super) fn known_again(
        &self,
        request_headers: &HeaderMap,
        not_modified: &HeaderMap,
        lasting: Lasting,
    ) -> Option<Self> {
        match self {
            Self::Page(_) => None,
            Self::File(file) => {
                let known = file.known_again(request_headers, not_modified, lasting.while_true);
                known.map(Box::new).map(Self::File)
            }
        }
    }

    /// Returns roughly how many bytes of memory the answer takes, besides what the page cache counts.
    pub(super) fn size(&self) -> usize {
        const HEADERS: usize = 2048;
        match self {
            Self::Page(_) => HEADERS,
            Self::File(file) => HEADERS + file.length(),
        }
    }

    /// Returns the response at a point in time, while it is true.
    pub(super) fn at(
        &self,
        now: Snapshot,
        request_headers: &HeaderMap,
        cache: &Arc<PageCache>,
    ) -> Option<http::Response<Bytes>> {
        match self {
            Self::Page(page) => page.at(now, request_headers, cache),
            Self::File(file) => file.at(now, request_headers),
        }
    }
}

impl Page {
    fn at(
        &self,
        now: Snapshot,
        request_headers: &HeaderMap,
        cache: &Arc<PageCache>,
    ) -> Option<http::Response<Bytes>> {
        let page = self.cached.upgrade().filter(|page| page.is_valid_at(now))?;
        if self.is_dated != page.modified().is_past(now.millis) {
            return None;
        }
        page.was_given();
        page.was_read(request_headers);
        cache.asked_again(&page, now);
        let is_known = page.status == StatusCode::OK
            && is_not_modified(request_headers, &self.etag, Some(page.modified()), now.millis);
        let (status, body) = if is_known {
            (StatusCode::NOT_MODIFIED, Bytes::new())
        } else {
            (page.status, page.body(self.encoding))
        };
        let mut response = respond(status, &self.headers, body);
        let headers = response.headers_mut();
        if self.has_lifetime {
            headers.insert(header::CACHE_CONTROL, cache_control(&page, now));
        }
        if headers.contains_key(shared::LIFETIME) {
            shared::add(headers, &page, now);
        }
        Some(response)
    }
}

/// Returns a response with these headers.
pub(super) fn respond(status: StatusCode, headers: &HeaderMap, body: Bytes) -> http::Response<Bytes> {
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().clone_from(headers);
    response
}
