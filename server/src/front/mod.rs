//! What stands in front of the router: pages and files that it has sent and that are still true are given again without
//! it.
//!
//! A response that is given again passes no middleware. It is what the middleware made of the first one, and its
//! `key` holds everything that they look at; a request with anything else, such as a cookie, goes to the router.

mod answer;
mod key;
mod lasting;

use std::sync::Arc;

use app::paths;
use app::state::AppState;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::StatusCode;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tower::ServiceExt as _;

use self::answer::Answer;
use self::key::{Key, OwnedKey};
use self::lasting::Lasting;
pub(crate) use self::lasting::{While, mark};
use crate::metrics::{Metrics, MetricsToken};
use crate::middleware::request_log;
use crate::page_cache::Cacheable;
use crate::render::snapshot;
use crate::router::counted_router;
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
    state: AppState,
    metrics: Metrics,
    answers: Cache<OwnedKey, Arc<Answer>, Size>,
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
        let metrics = Metrics::default();
        let router = counted_router(state.clone(), site_files, metrics_token, metrics.clone());
        let answers = Cache::with_weighter(ANSWERS, MAX_BYTES, Size);
        Self(Arc::new(Inner { router, state, metrics, answers }))
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
        let Inner { state, metrics, answers, .. } = &*self.0;
        let answer = answers.get(&Key::of(request)?)?;
        let response = answer.at(snapshot(state), request.headers())?;
        let path = request.uri().path();
        metrics.cache_hit();
        metrics.responded(response.status());
        if answer.status() == StatusCode::OK && paths::is_door(path) {
            metrics.door_shown_as_page();
        }
        request_log::repeated(path, response.status());
        Some(response)
    }

    /// Has the router respond, and remembers what may be given again.
    pub(crate) async fn ask_router(&self, request: Request) -> Response {
        let Inner { router, answers, .. } = &*self.0;
        let key = Key::of(&request).map(OwnedKey::from);
        let mut response = match router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let Some(key) = key else { return response };
        let extensions = response.extensions_mut();
        let answer = match (extensions.remove::<Cacheable>(), extensions.remove::<Lasting>()) {
            (Some(made), _) => Answer::of_page(&response, &made),
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
