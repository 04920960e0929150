//! Refusing at once what would have to wait where too many wait already.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::paths;
use axum::body::{Body, to_bytes};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};

use super::answer::respond;
use crate::admission::Lane;
use crate::api;
use crate::page_cache::{PageKey, Snapshot};
use crate::pages::Site;
use crate::static_files::is_file;

/// Larger than the error page.
const MAX_BYTES: usize = 64 * 1024;
/// The first steps of addresses that are pages of readers and nothing else, unless they have a dot.
const PAGES: [&str; 5] = [paths::BLOG, paths::POST, paths::TAG, paths::VOICES, paths::SEARCH];

/// The router's last refusals, with all headers, without TLS and over it.
#[derive(Default)]
pub(super) struct Refusals([Mutex<Option<Arc<Refusal>>>; 2]);

struct Refusal {
    /// The address of the site, on which a header depends, is the same as long as the content is.
    generation: u64,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Refusals {
    /// Returns the router's last refusal for a request that it would refuse again.
    pub(super) fn again<B>(
        &self,
        site: &Site,
        request: &Request<B>,
        is_over_tls: bool,
        now: Snapshot,
    ) -> Option<http::Response<Bytes>> {
        if !site.admission.is_anything_full() || !site.admission.is_full(lane(site, request, now)?) {
            return None;
        }
        let last = self.slot(is_over_tls).clone()?;
        let is_same = last.generation == now.generation;
        is_same.then(|| respond(last.status, &last.headers, last.body.clone()))
    }

    /// Remembers a refusal of the router, and returns it.
    pub(super) async fn remember(&self, response: Response, is_over_tls: bool, now: Snapshot) -> Response {
        let (head, body) = response.into_parts();
        let body = to_bytes(body, MAX_BYTES).await.unwrap_or_default();
        *self.slot(is_over_tls) = Some(Arc::new(Refusal {
            generation: now.generation,
            status: head.status,
            headers: head.headers.clone(),
            body: body.clone(),
        }));
        Response::from_parts(head, Body::from(body))
    }

    fn slot(&self, is_over_tls: bool) -> MutexGuard<'_, Option<Arc<Refusal>>> {
        let [plain, over_tls] = &self.0;
        if is_over_tls { over_tls } else { plain }.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the lane in which a request of somebody without a cookie would wait; nothing where it need not, or where only the
/// router can tell.
fn lane<B>(site: &Site, request: &Request<B>, now: Snapshot) -> Option<Lane> {
    let path = request.uri().path();
    if path.strip_prefix(paths::API).is_some_and(|rest| rest.starts_with('/')) {
        return (!path.starts_with(api::ACCOUNTS)).then_some(Lane::Client);
    }
    let is_below =
        |first: &&str| path.strip_prefix(*first).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_page = path == paths::START || (PAGES.iter().any(is_below) && !is_file(path));
    let key = PageKey::cacheable(request.uri()).filter(|key| is_page && !site.cache.is_at_hand(key, now))?;
    Some(if site.cache.knows(&key) { Lane::Known } else { Lane::Other })
}
