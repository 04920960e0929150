//! Feeds of the newest texts: of the blog in three formats, of a tag and of an edition in one.

mod atom;
mod json;
mod rss;

use app::blog::{Feed, FeedKind, load_feed};
use app::error::AppError;
use app::paths;
use app::posts::PostId;
use app::site::{PublicIds, address};
use app::state::AppState;
use app::time::{UnixMillis, from_millis};
use axum::extract::{Path, State};
use axum::response::Response;
use http::HeaderMap;

use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;

const ATOM: &str = "application/atom+xml; charset=utf-8";
const RSS: &str = "application/rss+xml; charset=utf-8";
const JSON: &str = "application/feed+json; charset=utf-8";

/// `/feed.xml`
pub(super) async fn atom(State(site): State<Site>, headers: HeaderMap) -> Response {
    serve(&site, FeedKind::Blog, paths::FEED.to_owned(), &headers, ATOM, atom::write).await
}

/// `/rss.xml`
pub(super) async fn rss(State(site): State<Site>, headers: HeaderMap) -> Response {
    serve(&site, FeedKind::Blog, paths::FEED_RSS.to_owned(), &headers, RSS, rss::write).await
}

/// `/feed.json`
pub(super) async fn json(State(site): State<Site>, headers: HeaderMap) -> Response {
    serve(&site, FeedKind::Blog, paths::FEED_JSON.to_owned(), &headers, JSON, json::write).await
}

/// `/etikett/{tag}/feed.xml`
pub(super) async fn of_tag(
    State(site): State<Site>,
    Path(tag): Path<String>,
    headers: HeaderMap,
) -> Response {
    let path = paths::tag_feed(&tag);
    serve(&site, FeedKind::Tag(tag), path, &headers, ATOM, atom::write).await
}

/// `/kalender/{edition}/feed.xml`
pub(super) async fn of_edition(
    State(site): State<Site>,
    Path(edition): Path<String>,
    headers: HeaderMap,
) -> Response {
    let path = paths::edition_feed(&edition);
    serve(&site, FeedKind::Edition(edition), path, &headers, ATOM, atom::write).await
}

/// A feed and what every format needs to write it.
struct FeedContext {
    feed: Feed,
    /// The site's base URL.
    address: String,
    /// The feed's own path.
    path: String,
    ids: PublicIds,
}

impl FeedContext {
    fn link(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Returns the id of a text, the same in every feed and for ever.
    fn entry_id(&self, post: PostId) -> String {
        format!("urn:uuid:{}", self.ids.uuid(&format!("post/{post}")))
    }

    /// Returns the id of the feed itself.
    fn feed_id(&self) -> String {
        format!("urn:uuid:{}", self.ids.uuid(&format!("feed{}", self.feed.path)))
    }

    /// Returns the time of the newest change; 1970 for an empty feed.
    fn updated(&self) -> UnixMillis {
        self.feed.entries.iter().map(|entry| entry.changed).max().unwrap_or_default()
    }
}

async fn serve(
    site: &Site,
    kind: FeedKind,
    path: String,
    headers: &HeaderMap,
    media_type: &'static str,
    write: fn(&FeedContext) -> String,
) -> Response {
    let generate = {
        let path = path.clone();
        move |state| generate(state, kind.clone(), path.clone(), write)
    };
    generated_files::serve(site, path, headers, media_type, generate).await
}

async fn generate(
    state: AppState,
    kind: FeedKind,
    path: String,
    write: fn(&FeedContext) -> String,
) -> Result<GeneratedFile, AppError> {
    let feed = load_feed(&state, &kind).await?;
    let context =
        FeedContext { feed, address: address(&state).await?, path, ids: PublicIds::load(&state).await? };
    Ok(GeneratedFile::Text(write(&context)))
}

/// "2026-12-07T07:00:00Z"
fn instant(millis: UnixMillis) -> String {
    from_millis(millis).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
