//! A file as the router has sent it, and what it says to those who have it already.

use axum::body::{Body, to_bytes};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use super::answer::respond;
use super::lasting::{Lasting, While};
use crate::page_cache::{Encoding, Snapshot, names_etag};

/// Left to the router where a file is asked for: a download that goes on asks with them.
const PRECONDITIONS: [HeaderName; 2] = [header::IF_MATCH, header::IF_UNMODIFIED_SINCE];

/// A file with the headers of its responses. What the router says in a `304` is learned from its first one, since not even
/// all headers of the `200` stand in it; one by tag and one by date need not be the same.
pub(super) struct File {
    headers: HeaderMap,
    body: Bytes,
    while_true: While,
    known_by_tag: Option<HeaderMap>,
    known_by_date: Option<HeaderMap>,
}

/// What a request says of the file that its client may have (RFC 9110, section 13.1).
enum Condition {
    /// Nothing, or another tag.
    Other,
    /// The tag that the file has.
    Tag,
    /// The very date that the file has.
    Date,
    /// Something that takes more than a look.
    ForTheRouter,
}

impl File {
    /// Takes a file that was sent in this encoding or in none, and returns the response with it.
    pub(super) async fn of(
        response: Response,
        lasting: Lasting,
        encoding: Encoding,
    ) -> (Response, Option<Self>) {
        let headers = response.headers();
        let sent_in = headers.get(header::CONTENT_ENCODING).map(HeaderValue::as_bytes);
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
        let file = Self {
            headers: head.headers.clone(),
            body: body.clone(),
            while_true: lasting.while_true,
            known_by_tag: None,
            known_by_date: None,
        };
        (Response::from_parts(head, Body::from(body)), Some(file))
    }

    pub(super) fn length(&self) -> usize {
        self.body.len()
    }

    pub(super) fn at(&self, now: Snapshot, request_headers: &HeaderMap) -> Option<http::Response<Bytes>> {
        if !self.while_true.is_true(now) {
            return None;
        }
        let known = match self.condition(request_headers) {
            Condition::Other => return Some(respond(StatusCode::OK, &self.headers, self.body.clone())),
            Condition::Tag => &self.known_by_tag,
            Condition::Date => &self.known_by_date,
            Condition::ForTheRouter => &None,
        };
        known.as_ref().map(|headers| respond(StatusCode::NOT_MODIFIED, headers, Bytes::new()))
    }

    /// Returns this file with the headers of a `304` that the router has given to such a request; `None` when that was
    /// said of other bytes.
    pub(super) fn known_again(
        &self,
        request_headers: &HeaderMap,
        not_modified: &HeaderMap,
        while_true: While,
    ) -> Option<Self> {
        let is_same =
            |name| not_modified.get(&name).is_some_and(|value| self.headers.get(&name) == Some(value));
        if !is_same(header::ETAG) {
            return None;
        }
        let (mut known_by_tag, mut known_by_date) = (self.known_by_tag.clone(), self.known_by_date.clone());
        match self.condition(request_headers) {
            Condition::Tag => known_by_tag = Some(not_modified.clone()),
            Condition::Date => known_by_date = Some(not_modified.clone()),
            Condition::Other | Condition::ForTheRouter => return None,
        }
        let (headers, body) = (self.headers.clone(), self.body.clone());
        Some(Self { headers, body, while_true, known_by_tag, known_by_date })
    }

    /// A date counts only where there is no tag.
    fn condition(&self, request: &HeaderMap) -> Condition {
        if PRECONDITIONS.iter().any(|name| request.contains_key(name)) {
            return Condition::ForTheRouter;
        }
        if request.contains_key(header::IF_NONE_MATCH) {
            return match self.headers.get(header::ETAG).and_then(|etag| etag.to_str().ok()) {
                Some(etag) if names_etag(request, etag) => Condition::Tag,
                Some(_) => Condition::Other,
                None => Condition::ForTheRouter,
            };
        }
        match request.get(header::IF_MODIFIED_SINCE) {
            None => Condition::Other,
            // What browsers and caches send; whoever sends another date is answered by the router.
            since if since == self.headers.get(header::LAST_MODIFIED) => Condition::Date,
            Some(_) => Condition::ForTheRouter,
        }
    }
}

fn failing(error: axum::Error) -> Body {
    Body::from_stream(futures_util::stream::iter([Err::<Bytes, _>(error)]))
}
