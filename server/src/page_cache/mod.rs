//! The memory of finished pages: rendered once, compressed once, given to everybody until something changes.
//!
//! A page is true for a span of time and for one state of the content, and both are compared at every request.
//! There is no timer that could be late: a door opens, and closes again when the clock is set back, with the
//! first request that comes after.

mod encoding;
mod entry;
mod key;
mod lru;
mod response;
mod single_flight;

use std::sync::Arc;

pub(crate) use encoding::{Encoding, preferred};
pub(crate) use entry::{Moment, Page, etag_of};
pub(crate) use key::PageKey;
pub(crate) use response::{is_known, private_answer, public_answer};

use self::lru::Lru;
use self::single_flight::{SingleFlight, Turn};
use crate::render::RenderError;

/// Finished pages and those being rendered.
#[derive(Default)]
pub(crate) struct PageCache {
    lru: Lru,
    single_flight: SingleFlight,
}

impl PageCache {
    /// The page at an address: from memory if it still holds, otherwise rendered, by one for all who wait.
    pub(crate) async fn page<R>(
        self: &Arc<Self>,
        address: &PageKey,
        now: impl Fn() -> Moment + Clone + Send + 'static,
        render: impl Fn() -> R,
    ) -> Result<Arc<Page>, RenderError>
    where
        R: Future<Output = Result<Page, RenderError>> + Send + 'static,
    {
        loop {
            if let Some(page) = self.lru.get(address, now()) {
                return Ok(page);
            }
            match self.single_flight.join(address) {
                Turn::Mine(landing) => {
                    // The one before may have landed between the two looks.
                    if let Some(page) = self.lru.get(address, now()) {
                        landing.land(Ok(Arc::clone(&page)));
                        return Ok(page);
                    }
                    let (cache, address, now, rendering) =
                        (Arc::clone(self), address.clone(), now.clone(), render());
                    // In a task of its own: others wait for this page even if the first asker leaves.
                    let task = tokio::spawn(async move {
                        let result = rendering.await.map(Arc::new);
                        if let Ok(page) = &result
                            && address.is_bounded()
                            && page.may_be_kept()
                        {
                            cache.lru.put(address, Arc::clone(page), now());
                        }
                        landing.land(result.clone());
                        result
                    });
                    return task.await.unwrap_or(Err(RenderError::Broken));
                }
                // Their page may be from before the opening that this request came after: look again.
                Turn::Theirs(waiting) => match waiting.landed().await {
                    Ok(page) if page.holds(now()) => return Ok(page),
                    Ok(_) => {}
                    Err(error) => return Err(error),
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use app::time::UnixMillis;
    use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

    use bytes::Bytes;
    use http::{HeaderMap, StatusCode};
    use tokio::sync::Semaphore;

    use super::*;

    /// A site with one door that opens at 10, where rendering takes until somebody allows it to end.
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

        fn now(&self) -> Moment {
            Moment { millis: UnixMillis(self.millis.load(Ordering::SeqCst)), generation: 0 }
        }

        async fn ask(self: Arc<Self>) -> Result<Arc<Page>, RenderError> {
            let address = PageKey::shared(&"/kalender".parse().unwrap()).unwrap();
            let clock = Arc::clone(&self);
            self.cache.page(&address, move || clock.now(), || Arc::clone(&self).render()).await
        }

        async fn render(self: Arc<Self>) -> Result<Page, RenderError> {
            let from = self.now();
            self.renderings.fetch_add(1, Ordering::SeqCst);
            self.allowed.acquire().await.unwrap().forget();
            let (text, until) = if from.millis < UnixMillis(10) { ("closed", 10) } else { ("open", 99) };
            Ok(Page::finish(
                StatusCode::OK,
                HeaderMap::new(),
                Bytes::from_static(text.as_bytes()),
                from,
                UnixMillis(until),
            ))
        }

        async fn let_all_wait(&self) {
            for _ in 0..20 {
                tokio::task::yield_now().await;
            }
        }

        fn allow(&self, renderings: usize) {
            self.allowed.add_permits(renderings);
        }
    }

    async fn text(asked: tokio::task::JoinHandle<Result<Arc<Page>, RenderError>>) -> Bytes {
        asked.await.unwrap().unwrap().bytes(Encoding::Plain)
    }

    #[tokio::test]
    async fn who_waits_for_a_page_from_before_the_opening_gets_the_one_from_after() {
        let site = Site::new();
        let first = tokio::spawn(Arc::clone(&site).ask());
        site.let_all_wait().await;
        site.millis.store(10, Ordering::SeqCst);
        let late: Vec<_> = (0..5).map(|_| tokio::spawn(Arc::clone(&site).ask())).collect();
        site.let_all_wait().await;
        site.allow(2);
        assert_eq!(text(first).await, "closed");
        for asked in late {
            assert_eq!(text(asked).await, "open");
        }
        assert_eq!(site.renderings.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn who_leaves_does_not_stop_the_page_for_the_others() {
        let site = Site::new();
        let first = tokio::spawn(Arc::clone(&site).ask());
        site.let_all_wait().await;
        let second = tokio::spawn(Arc::clone(&site).ask());
        site.let_all_wait().await;
        first.abort();
        site.allow(1);
        assert_eq!(text(second).await, "closed");
        assert_eq!(site.renderings.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_clock_set_back_while_a_page_is_made_shows_no_open_door() {
        let site = Site::new();
        site.millis.store(10, Ordering::SeqCst);
        let first = tokio::spawn(Arc::clone(&site).ask());
        site.let_all_wait().await;
        site.millis.store(5, Ordering::SeqCst);
        let second = tokio::spawn(Arc::clone(&site).ask());
        site.let_all_wait().await;
        site.allow(2);
        assert_eq!(text(first).await, "open");
        assert_eq!(text(second).await, "closed");
    }
}
