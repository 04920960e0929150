//! On time: the pages that are asked for most are rendered and compressed before the site's next change, as they will be at
//! its instant.
//!
//! They wait beside the page cache, and the first request from that instant on finds its page there: the comparison that
//! decides about every cached page swaps them in, not a timer (`page_cache/prepared.rs`). A change of content before then
//! makes them worthless, by the same comparison, and they are rendered again.
//!
//! They are made by the site's own routes over a state whose clock stands at the instant, with nothing in memory but its
//! own: each query asks `public_at!` of that clock, and so do the next change and the date in the headers.

use std::time::{Duration, Instant};

use app::calendar;
use app::layout::load_layout;
use app::paths;
use app::time::UnixMillis;
use axum::Router;
use http::Uri;
use tower::ServiceExt as _;

use crate::pages::{Site, anonymous_request};
use crate::render::snapshot;
use crate::router::routes;

/// How long before the next change the pages are rendered, in milliseconds.
const LEAD: i64 = 30_000;
/// The most pages that are rendered for one change.
const MOST: usize = 32;
/// How often they are rendered for one change at most, however often somebody saves in the last seconds.
const MOST_ROUNDS: u32 = 8;
/// How long nobody looks at most: the clock may be set.
const PERIOD: Duration = Duration::from_mins(1);
/// How long nobody looks in the last seconds.
const STEP: Duration = Duration::from_secs(1);

/// Renders ahead.
pub struct Ahead {
    site: Site,
    routes: Router<Site>,
    last: Option<Round>,
}

/// What was rendered last.
struct Round {
    at: UnixMillis,
    generation: u64,
    number: u32,
    addresses: Vec<String>,
}

impl Ahead {
    pub(crate) fn new(site: Site) -> Self {
        Self { site, routes: routes(), last: None }
    }

    /// Renders ahead, until the future is dropped.
    pub async fn run(mut self) {
        loop {
            let pause = self.look().await;
            tokio::time::sleep(pause).await;
        }
    }

    /// Renders what is due, and returns how long nothing will be.
    pub async fn look(&mut self) -> Duration {
        let now = snapshot(&self.site.state);
        let at = match load_layout(&self.site.state).await {
            Ok(layout) => layout.until,
            Err(error) => {
                tracing::error!(%error, "it could not be read when the site next changes");
                return PERIOD;
            }
        };
        if let Ok(early @ 1..) = u64::try_from(at - now.millis - LEAD) {
            self.last = None;
            return Duration::from_millis(early).min(PERIOD);
        }
        let (number, addresses) = match self.last.take_if(|last| last.at == at) {
            Some(last) if last.generation == now.generation || last.number >= MOST_ROUNDS => {
                self.last = Some(last);
                return STEP;
            }
            Some(last) => (last.number + 1, last.addresses),
            None => (1, self.addresses(at).await),
        };
        self.render(at, &addresses).await;
        self.last = Some(Round { at, generation: now.generation, number, addresses });
        STEP
    }

    /// Returns the addresses to render: of what opens, and those that are asked for most.
    async fn addresses(&self, at: UnixMillis) -> Vec<String> {
        let doors = calendar::store::opening_at(self.site.state.db.reader(), at).await.unwrap_or_default();
        let opening =
            doors.iter().flat_map(|(edition, day)| [paths::edition(edition), paths::door(edition, *day)]);
        let asked = self.site.cache.most_asked(MOST).into_iter().map(|key| key.as_str().to_owned());
        let mut addresses: Vec<String> = Vec::with_capacity(MOST);
        for address in [paths::START.to_owned()].into_iter().chain(opening).chain(asked) {
            if addresses.len() < MOST && !addresses.contains(&address) {
                addresses.push(address);
            }
        }
        addresses
    }

    /// Renders one page after the other, with a rest after each that is as long as it took: whoever asks now goes before.
    async fn render(&self, at: UnixMillis, addresses: &[String]) {
        let cache = &self.site.cache;
        cache.forget_prepared();
        let site = self.site.at(at);
        let router = self.routes.clone().with_state(site.clone());
        let start = Instant::now();
        let mut pages = 0;
        for address in addresses {
            if self.site.state.clock.now_millis() >= at {
                break;
            }
            let Ok(address) = address.parse::<Uri>() else { continue };
            let start = Instant::now();
            let Ok(_) = router.clone().oneshot(anonymous_request(address)).await;
            // What was stored is what such a request will look for.
            for (key, page) in site.cache.take_all() {
                cache.prepare(key, page);
                pages += 1;
            }
            tokio::time::sleep(start.elapsed()).await;
        }
        tracing::debug!(pages, millis = start.elapsed().as_millis(), "rendered for the next change");
    }
}
