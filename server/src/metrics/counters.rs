//! What the server counts while it works.

use std::sync::Arc;
use std::time::Instant;

use http::StatusCode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::gauges::Gauges;

/// One label with one of a few values that the code names.
type Label = [(&'static str, &'static str); 1];
type Counters = Family<Label, Counter>;

const STATUS_CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];
/// Upper limits in seconds: a page takes milliseconds, and is given up after ten seconds.
const RENDER_SECONDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// The numbers of a server. Cheap to clone; clones count together.
#[derive(Clone, Default)]
pub(crate) struct Metrics(Arc<Inner>);

struct Inner {
    registry: Registry,
    responses: [Counter; STATUS_CLASSES.len()],
    cache_hits: Counter,
    cache_misses: Counter,
    render_seconds: Histogram,
    doors_as_pages: Counter,
    doors_in_client: Counter,
    gauges: Gauges,
}

impl Metrics {
    /// Counts a response.
    pub(crate) fn responded(&self, status: StatusCode) {
        let class = usize::from(status.as_u16() / 100).saturating_sub(1);
        if let Some(counter) = self.0.responses.get(class) {
            counter.inc();
        }
    }

    /// Counts a page or file that stood in the cache.
    pub(crate) fn cache_hit(&self) {
        self.0.cache_hits.inc();
    }

    /// Counts a page or file that had to be made, or waited for.
    pub(crate) fn cache_missed(&self) {
        self.0.cache_misses.inc();
    }

    /// Notes how long a page takes to render.
    pub(crate) async fn time<T>(self, rendering: impl Future<Output = T>) -> T {
        let start = Instant::now();
        let result = rendering.await;
        self.0.render_seconds.observe(start.elapsed().as_secs_f64());
        result
    }

    /// Counts the page of an open door that a reader was shown.
    pub(crate) fn door_shown_as_page(&self) {
        self.0.doors_as_pages.inc();
    }

    /// Counts a door that the client asked for, to open it where it is.
    pub(crate) fn door_shown_in_client(&self) {
        self.0.doors_in_client.inc();
    }

    /// Returns the numbers that are looked up when somebody asks.
    pub(super) fn gauges(&self) -> &Gauges {
        &self.0.gauges
    }

    pub(super) fn registry(&self) -> &Registry {
        &self.0.registry
    }
}

impl Default for Inner {
    fn default() -> Self {
        let mut registry = Registry::default();
        let site = registry.sub_registry_with_prefix("guldkorn");
        let requests = family(site, "http_requests", "Responses by class of their status");
        let cache = family(site, "page_cache_lookups", "Pages and files looked up in the page cache");
        let doors = family(site, "doors_shown", "Open doors shown to readers, as a page or where they are");
        let render_seconds = Histogram::new(RENDER_SECONDS);
        site.register("page_render_seconds", "Time that pages took to render", render_seconds.clone());
        let gauges = Gauges::register(&mut registry);
        Self {
            registry,
            responses: STATUS_CLASSES.map(|class| requests.get_or_create_owned(&[("status", class)])),
            cache_hits: cache.get_or_create_owned(&[("result", "hit")]),
            cache_misses: cache.get_or_create_owned(&[("result", "miss")]),
            render_seconds,
            doors_as_pages: doors.get_or_create_owned(&[("as", "page")]),
            doors_in_client: doors.get_or_create_owned(&[("as", "client")]),
            gauges,
        }
    }
}

fn family(registry: &mut Registry, name: &str, help: &str) -> Counters {
    let family = Counters::default();
    registry.register(name, help, family.clone());
    family
}
