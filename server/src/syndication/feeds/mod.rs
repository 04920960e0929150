//! The newest texts for feed readers, in three formats and of three kinds.

mod atom;
mod json;
mod rss;

use app::blog::{Feed, FeedOf, feed};
use app::error::AppError;
use app::paths;
use app::posts::PostId;
use app::site::{Names, address, names};
use app::state::AppState;
use app::time::{UnixMillis, from_millis};
use axum::extract::{Path, State};
use axum::response::Response;
use http::HeaderMap;

use super::cached::{Made, cached};
use crate::pages::Site;

const ATOM: &str = "application/atom+xml; charset=utf-8";
const RSS: &str = "application/rss+xml; charset=utf-8";
const JSON: &str = "application/feed+json; charset=utf-8";

/// `/feed.xml`
pub(super) async fn atom(State(site): State<Site>, asked: HeaderMap) -> Response {
    answer(&site, FeedOf::Blog, paths::FEED.to_owned(), &asked, ATOM, atom::write).await
}

/// `/rss.xml`
pub(super) async fn rss(State(site): State<Site>, asked: HeaderMap) -> Response {
    answer(&site, FeedOf::Blog, paths::FEED_RSS.to_owned(), &asked, RSS, rss::write).await
}

/// `/feed.json`
pub(super) async fn json(State(site): State<Site>, asked: HeaderMap) -> Response {
    answer(&site, FeedOf::Blog, paths::FEED_JSON.to_owned(), &asked, JSON, json::write).await
}

/// `/etikett/{tag}/feed.xml`
pub(super) async fn of_tag(State(site): State<Site>, Path(tag): Path<String>, asked: HeaderMap) -> Response {
    let path = paths::tag_feed(&tag);
    answer(&site, FeedOf::Tag(tag), path, &asked, ATOM, atom::write).await
}

/// `/kalender/{edition}/feed.xml`
pub(super) async fn of_edition(
    State(site): State<Site>,
    Path(edition): Path<String>,
    asked: HeaderMap,
) -> Response {
    let path = paths::edition_feed(&edition);
    answer(&site, FeedOf::Edition(edition), path, &asked, ATOM, atom::write).await
}

/// A feed with what every format needs to know.
struct Written {
    feed: Feed,
    /// How links to the site begin.
    address: String,
    /// The feed's own address on the site.
    path: String,
    names: Names,
}

impl Written {
    fn link(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The name of a text, the same in every feed and for ever.
    fn name_of(&self, id: PostId) -> String {
        format!("urn:uuid:{}", self.names.name(&format!("post/{id}")))
    }

    /// The name of the feed itself.
    fn name(&self) -> String {
        format!("urn:uuid:{}", self.names.name(&format!("feed{}", self.feed.home)))
    }

    /// When the newest change was, in milliseconds UTC; for a feed with nothing in it, the beginning of time.
    fn changed(&self) -> UnixMillis {
        self.feed.entries.iter().map(|entry| entry.changed).max().unwrap_or_default()
    }
}

async fn answer(
    site: &Site,
    of: FeedOf,
    path: String,
    asked: &HeaderMap,
    media_type: &'static str,
    write: fn(&Written) -> String,
) -> Response {
    let make = {
        let path = path.clone();
        move |state| make(state, of.clone(), path.clone(), write)
    };
    cached(site, path, asked, media_type, make).await
}

async fn make(
    state: AppState,
    of: FeedOf,
    path: String,
    write: fn(&Written) -> String,
) -> Result<Made, AppError> {
    let feed = feed(&state, &of).await?;
    let written = Written { feed, address: address(&state).await?, path, names: names(&state).await? };
    Ok(Made::Text(write(&written)))
}

/// "2026-12-07T07:00:00Z"
fn instant(millis: UnixMillis) -> String {
    from_millis(millis).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
