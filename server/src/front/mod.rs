//! What stands in front of the router: pages and files that it has sent and that are still true are given again without
//! it.
//!
//! A response that is given again passes no middleware. It is what the middleware made of the first one, and its
//! `key` holds everything that they look at; a request with anything else, such as a cookie, goes to the router.

mod answer;
mod file;
mod key;
mod lasting;
mod refusals;
mod shared;

use std::sync::Arc;

use app::erasure::Forgetting;
use app::paths;
use app::state::AppState;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tower::ServiceExt as _;

use self::answer::Answer;
use self::key::{Key, OwnedKey};
use self::lasting::Lasting;
pub(crate) use self::lasting::{While, mark};
use self::refusals::Refusals;
use crate::admission::Overloaded;
use crate::ahead::Ahead;
use crate::metrics::{Metrics, MetricsToken};
use crate::middleware::request_log;
use crate::page_cache::Cacheable;
use crate::pages::Site;
use crate::render::snapshot;
use crate::router::routed;
use crate::site_files::SiteFiles;

/// The bodies of files and all headers together, in bytes: more than a site in season needs.
const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// About as many as that holds.
const ANSWERS: usize = 2048;

/// The whole site over HTTP. Cheap to clone.
#[derive(Clone)]
pub struct Front(Arc<Inner>);

struct Inner {
    router: Router,
    site: Site,
    answers: Cache<OwnedKey, Arc<Answer>, Size>,
    refusals: Refusals,
}

/// Weighs an answer by its bytes.
#[derive(Clone)]
struct Size;

impl Weighter<OwnedKey, Arc<Answer>> for Size {
    fn weight(&self, _: &OwnedKey, answer: &Arc<Answer>) -> u64 {
        answer.size().try_into().unwrap_or(u64::MAX)
    }
}

impl Front {
    /// Puts the cache in front of a site's router.
    #[must_use]
    pub fn new(state: AppState, site_files: &SiteFiles, metrics_token: MetricsToken) -> Self {
        let site = Site::new(state, site_files, Metrics::default());
        let router = routed(site.clone(), metrics_token);
        let answers = Cache::with_weighter(ANSWERS, MAX_BYTES, Size);
        Self(Arc::new(Inner { router, site, answers, refusals: Refusals::default() }))
    }

    /// Returns what renders pages for the site's next change ahead of it.
    #[must_use]
    pub fn ahead(&self) -> Ahead {
        Ahead::new(self.0.site.clone())
    }

    /// Forgets all pages and files that are in memory, whenever a story is erased, until the future is dropped.
    pub async fn forget_what_is_erased(self) {
        let mut erasures = self.0.site.state.extensions.get::<Forgetting>().subscribe();
        while erasures.changed().await.is_ok() {
            self.forget();
        }
    }

    /// Forgets all pages and files that are in memory.
    pub fn forget(&self) {
        let Inner { site: Site { cache, .. }, answers, .. } = &*self.0;
        cache.forget_prepared();
        drop(cache.take_all());
        answers.clear();
    }

    /// Responds to a request.
    pub async fn respond(&self, request: Request) -> Response {
        match self.repeat(&request) {
            Some(response) => response.map(Body::from),
            None => self.ask_router(request).await,
        }
    }

    /// Returns the response that has been given to such a request before, if it is still true; `None` sends the request to
    /// the router.
    pub fn repeat<B>(&self, request: &http::Request<B>) -> Option<http::Response<Bytes>> {
        let Inner { site: Site { state, metrics, cache, .. }, answers, .. } = &*self.0;
        let answer = answers.get(&Key::of(request)?)?;
        let response = answer.at(snapshot(state), request.headers(), cache)?;
        let path = request.uri().path();
        metrics.cache_hit();
        metrics.responded(response.status());
        // Whoever has the page already is shown it, too.
        let is_shown = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED);
        if is_shown && paths::is_door(path) {
            metrics.door_shown_as_page();
        }
        request_log::repeated(path, response.status());
        Some(response)
    }

    /// Has the router respond, and remembers what may be given again.
    pub(crate) async fn ask_router(&self, request: Request) -> Response {
        let Inner { router, site, answers, refusals } = &*self.0;
        let key = Key::of(&request).map(OwnedKey::from);
        let now = snapshot(&site.state);
        if let Some(key) = &key
            && let Some(refusal) = refusals.again(site, &request, key.is_over_tls(), now)
        {
            site.metrics.responded(refusal.status());
            request_log::repeated(request.uri().path(), refusal.status());
            return refusal.map(Body::from);
        }
        let conditions =
            (key.is_some() && has_conditions(request.headers())).then(|| request.headers().clone());
        let mut response = match router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let extensions = response.extensions_mut();
        let overloaded = extensions.remove::<Overloaded>();
        let (made, lasting) = (extensions.remove::<Cacheable>(), extensions.remove::<Lasting>());
        if let Some(made) = made.as_ref().filter(|_| site.state.shared_caches.is_any()) {
            shared::add(response.headers_mut(), &made.page, snapshot(&site.state));
        }
        let Some(key) = key else { return response };
        if overloaded.is_some() {
            return refusals.remember(response, key.is_over_tls(), now).await;
        }
        let answer = match (made, lasting) {
            (Some(made), _) => Answer::of_page(&response, &made),
            (None, Some(lasting)) if response.status() == StatusCode::NOT_MODIFIED => {
                let known = answers.get(&key).zip(conditions);
                known.and_then(|(file, asked)| file.known_again(&asked, response.headers(), lasting))
            }
            (None, Some(lasting)) => {
                let answer;
                (response, answer) = Answer::of_file(response, lasting, key.encoding()).await;
                answer
            }
            (None, None) => None,
        };
        if let Some(answer) = answer {
            answers.insert(key, Arc::new(answer));
        }
        response
    }
}

/// Returns whether a client says what it has already.
fn has_conditions(headers: &HeaderMap) -> bool {
    headers.contains_key(header::IF_NONE_MATCH) || headers.contains_key(header::IF_MODIFIED_SINCE)
}

#[cfg(test)]
mod overload_tests;
