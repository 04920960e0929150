//! A response as the router has given it, ready to be given again.

use std::sync::{Arc, Weak};

use axum::body::{Body, to_bytes};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, StatusCode, header};

use super::lasting::{Lasting, While};
use crate::page_cache::{Cacheable, CachedPage, Encoding, Snapshot, cache_control, is_not_modified};

/// A response with everything that the middleware has added.
pub(super) struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    source: Source,
}

enum Source {
    /// The page cache decides what is kept: what it has dropped is made anew.
    Page {
        page: Weak<CachedPage>,
        encoding: Encoding,
        etag: String,
    },
    File {
        body: Bytes,
        while_true: While,
    },
}

/// Left to the router where a file is asked for.
const CONDITIONS: [HeaderName; 2] = [header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE];

impl Answer {
    /// Takes a response that was made of a page; `None` when it does not show the page or is not complete yet.
    pub(super) fn of_page(response: &Response, made: &Cacheable) -> Option<Self> {
        let headers = response.headers();
        // The date is missing during the page's first second.
        let is_whole = response.status() == made.page.status
            && made.page.is_storable()
            && headers.contains_key(header::LAST_MODIFIED);
        is_whole.then(|| Self {
            status: made.page.status,
            headers: headers.clone(),
            source: Source::Page {
                page: Arc::downgrade(&made.page),
                encoding: made.encoding,
                etag: made.page.etag(made.encoding),
            },
        })
    }

    /// Takes a file that was sent in the encoding of its key or in none, and returns the response with it.
    pub(super) async fn of_file(
        response: Response,
        lasting: Lasting,
        encoding: Encoding,
    ) -> (Response, Option<Self>) {
        let headers = response.headers();
        let sent_in = headers.get(header::CONTENT_ENCODING).map(http::HeaderValue::as_bytes);
        let is_fitting = sent_in.is_none() || sent_in == encoding.name().map(str::as_bytes);
        if response.status() != StatusCode::OK || !is_fitting {
            return (response, None);
        }
        let (head, body) = response.into_parts();
        // The length was looked at before, and the file is read in the same moment.
        let body = match to_bytes(body, lasting.length).await {
            Ok(body) => body,
            // The connection ends, as it does when a file fails while it is being sent.
            Err(error) => return (Response::from_parts(head, failing(error)), None),
        };
        let source = Source::File { body: body.clone(), while_true: lasting.while_true };
        let answer = Self { status: head.status, headers: head.headers.clone(), source };
        (Response::from_parts(head, Body::from(body)), Some(answer))
    }

    pub(super) const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns roughly how many bytes of memory the answer takes, besides what the page cache counts.
    pub(super) fn size(&self) -> usize {
        const HEADERS: usize = 2048;
        match &self.source {
            Source::Page { .. } => HEADERS,
            Source::File { body, .. } => HEADERS + body.len(),
        }
    }

    /// Returns the response at a point in time, while it is true.
    pub(super) fn at(&self, now: Snapshot, request_headers: &HeaderMap) -> Option<http::Response<Bytes>> {
        match &self.source {
            Source::Page { page, encoding, etag } => {
                let page = page.upgrade().filter(|page| page.is_valid_at(now))?;
                let is_known = self.status == StatusCode::OK
                    && is_not_modified(request_headers, etag, Some(page.modified()), now.millis);
                let (status, body) = if is_known {
                    (StatusCode::NOT_MODIFIED, Bytes::new())
                } else {
                    (self.status, page.body(*encoding))
                };
                let mut response = self.with(status, body);
                response.headers_mut().insert(header::CACHE_CONTROL, cache_control(&page, now.millis));
                Some(response)
            }
            Source::File { body, while_true } => {
                let is_true = while_true.is_true(now)
                    && !CONDITIONS.iter().any(|name| request_headers.contains_key(name));
                is_true.then(|| self.with(self.status, body.clone()))
            }
        }
    }

    fn with(&self, status: StatusCode, body: Bytes) -> http::Response<Bytes> {
        let mut response = http::Response::new(body);
        *response.status_mut() = status;
        response.headers_mut().clone_from(&self.headers);
        response
    }
}

fn failing(error: axum::Error) -> Body {
    Body::from_stream(futures_util::stream::iter([Err::<Bytes, _>(error)]))
}
