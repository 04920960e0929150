//! The cache of rendered pages: rendered once, compressed once, served to everybody until something changes.
//!
//! A page is valid for a span of time and for one generation of the content; both are compared at every request.
//! No timer can be late: a door opens, and closes again when the clock is set back, with the first request after.
//!
//! Why no crate: those that evict by size (`quick_cache`, `moka`) know no validity that is compared at read, and
//! their single flight either retries a failed rendering once per waiting request or stores what must not be stored.

mod asked;
mod better_bytes;
mod compression;
mod conditions;
mod encoding;
mod entry;
mod key;
mod lru;
mod prepared;
mod response;
mod single_flight;

use std::sync::Arc;

pub(crate) use conditions::{LastModified, is_not_modified, names_etag};
pub(crate) use encoding::Encoding;
pub(crate) use entry::{CachedPage, Snapshot, etag_of};
pub(crate) use key::PageKey;
pub(crate) use response::{Cacheable, cache_control, private_response, public_response};

use tracing::Instrument as _;

use self::asked::Asked;
use self::better_bytes::BetterBytes;
use self::lru::Lru;
use self::prepared::Prepared;
use self::single_flight::{Role, SingleFlight};
use crate::metrics::Metrics;
use crate::render::RenderError;

/// Rendered pages, and those being rendered.
#[derive(Default)]
pub(crate) struct PageCache {
    lru: Lru,
    prepared: Prepared,
    single_flight: SingleFlight,
    better_bytes: BetterBytes,
    metrics: Metrics,
}

impl PageCache {
    /// Makes an empty cache that counts in these metrics what it is asked for.
    pub(crate) fn new(metrics: Metrics) -> Self {
        Self { metrics, ..Self::default() }
    }

    /// Returns the page at a key, if it is here and true: cached, or prepared for this moment.
    fn find(&self, key: &PageKey, at: Snapshot) -> Option<Arc<CachedPage>> {
        self.lru.get(key, at).or_else(|| self.prepared.take_over(key, at, &self.lru))
    }

    /// Returns whether the page at a key need not be rendered, or is being rendered.
    pub(crate) fn is_at_hand(&self, key: &PageKey, at: Snapshot) -> bool {
        self.find(key, at).is_some() || self.single_flight.is_under_way(key)
    }

    /// Returns whether the page at a key has been rendered before, and may be stored: one rendering is for many.
    pub(crate) fn knows(&self, key: &PageKey) -> bool {
        key.is_storable() && self.lru.knows(key)
    }

    /// Returns the keys of at most so many pages, those that were asked for most.
    pub(crate) fn most_asked(&self, number: usize) -> Vec<PageKey> {
        self.lru.most_asked(number)
    }

    /// Keeps a page for the instant from which it is true.
    pub(crate) fn prepare(&self, key: PageKey, page: Arc<CachedPage>) {
        self.prepared.add(key, page);
    }

    /// Drops all pages that were prepared.
    pub(crate) fn forget_prepared(&self) {
        self.prepared.clear();
    }

    /// Takes out all pages that are stored.
    pub(crate) fn take_all(&self) -> Vec<(PageKey, Arc<CachedPage>)> {
        self.lru.take_all()
    }

    /// Returns the page at a key: the cached one while it is valid, otherwise a new one, rendered once for all
    /// requests that wait for it.
    pub(crate) async fn get_or_render<R>(
        self: &Arc<Self>,
        key: &PageKey,
        now: impl Fn() -> Snapshot + Clone + Send + 'static,
        render: impl Fn() -> R,
    ) -> Result<Arc<CachedPage>, RenderError>
    where
        R: Future<Output = Result<CachedPage, RenderError>> + Send + 'static,
    {
        let at = now();
        if let Some(page) = self.find(key, at) {
            self.metrics.cache_hit();
            self.asked_again(&page, at);
            return Ok(page);
        }
        self.metrics.cache_missed();
        loop {
            match self.single_flight.join(key) {
                Role::Leader(leader) => {
                    // The leader before may have finished meanwhile.
                    if let Some(page) = self.find(key, now()) {
                        leader.finish(Ok(Arc::clone(&page)));
                        return Ok(page);
                    }
                    let (cache, key, now, rendering) = (Arc::clone(self), key.clone(), now.clone(), render());
                    // In a task of its own: the others wait for this page even if the leader's client disconnects.
                    let make = async move {
                        let result = rendering.await.map(|page| Arc::new(cache.lru.dated(&key, page)));
                        if let Ok(page) = &result
                            && key.is_storable()
                            && page.is_storable()
                        {
                            cache.lru.insert(key, Arc::clone(page), now());
                        }
                        leader.finish(result.clone());
                        result
                    };
                    let task = tokio::spawn(make.in_current_span());
                    return task.await.unwrap_or(Err(RenderError::Broken));
                }
                // The leader's page may be from before the opening that this request came after: look again.
                Role::Follower(follower) => match follower.result().await {
                    Ok(page) if page.is_valid_at(now()) => return Ok(page),
                    Ok(_) => {}
                    Err(error) => return Err(error),
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

    use app::time::UnixMillis;
    use bytes::Bytes;
    use tokio::sync::Semaphore;

    use super::*;
    use crate::render::RenderedPage;

    /// A site with one door that opens at 10; a rendering ends when the test allows it.
    struct Site {
        cache: Arc<PageCache>,
        millis: AtomicI64,
        renderings: AtomicUsize,
        allowed: Semaphore,
    }

    impl Site {
        fn new() -> Arc<Self> {
            Arc::new(Self {
                cache: Arc::default(),
                millis: AtomicI64::default(),
                renderings: AtomicUsize::default(),
                allowed: Semaphore::new(0),
            })
        }

        fn now(&self) -> Snapshot {
            Snapshot { millis: UnixMillis(self.millis.load(Ordering::SeqCst)), generation: 0 }
        }

        async fn request(self: Arc<Self>) -> Result<Arc<CachedPage>, RenderError> {
            let key = PageKey::cacheable(&"/kalender".parse().unwrap()).unwrap();
            let clock = Arc::clone(&self);
            self.cache.get_or_render(&key, move || clock.now(), || Arc::clone(&self).render()).await
        }

        async fn render(self: Arc<Self>) -> Result<CachedPage, RenderError> {
            let rendered_at = self.now();
            self.renderings.fetch_add(1, Ordering::SeqCst);
            self.allowed.acquire().await.unwrap().forget();
            let (text, until) =
                if rendered_at.millis < UnixMillis(10) { ("closed", 10) } else { ("open", 99) };
            let body = Bytes::from_static(text.as_bytes());
            Ok(CachedPage::compressed(RenderedPage::ok(body, rendered_at, UnixMillis(until))))
        }

        async fn let_all_requests_wait(&self) {
            for _ in 0..20 {
                tokio::task::yield_now().await;
            }
        }

        fn allow(&self, renderings: usize) {
            self.allowed.add_permits(renderings);
        }
    }

    async fn text(request: tokio::task::JoinHandle<Result<Arc<CachedPage>, RenderError>>) -> Bytes {
        request.await.unwrap().unwrap().body(Encoding::Plain)
    }

    #[tokio::test]
    async fn a_request_after_the_opening_never_gets_the_page_from_before_it() {
        let site = Site::new();
        let first = tokio::spawn(Arc::clone(&site).request());
        site.let_all_requests_wait().await;
        site.millis.store(10, Ordering::SeqCst);
        let late: Vec<_> = (0..5).map(|_| tokio::spawn(Arc::clone(&site).request())).collect();
        site.let_all_requests_wait().await;
        site.allow(2);
        assert_eq!(text(first).await, "closed");
        for request in late {
            assert_eq!(text(request).await, "open");
        }
        assert_eq!(site.renderings.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn a_disconnected_leader_does_not_stop_the_rendering_for_the_followers() {
        let site = Site::new();
        let first = tokio::spawn(Arc::clone(&site).request());
        site.let_all_requests_wait().await;
        let second = tokio::spawn(Arc::clone(&site).request());
        site.let_all_requests_wait().await;
        first.abort();
        site.allow(1);
        assert_eq!(text(second).await, "closed");
        assert_eq!(site.renderings.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_clock_set_back_during_a_rendering_shows_no_open_door() {
        let site = Site::new();
        site.millis.store(10, Ordering::SeqCst);
        let first = tokio::spawn(Arc::clone(&site).request());
        site.let_all_requests_wait().await;
        site.millis.store(5, Ordering::SeqCst);
        let second = tokio::spawn(Arc::clone(&site).request());
        site.let_all_requests_wait().await;
        site.allow(2);
        assert_eq!(text(first).await, "open");
        assert_eq!(text(second).await, "closed");
    }
}
