//! What every request on the server can reach.

use crate::time::UnixMillis;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::blog::Aside;
use crate::cache::{Cached, VersionedCache};
use crate::db::Db;
use crate::ids::PostId;
use crate::layout::Layout;
use crate::mail::Mail;
use crate::posts::Presence;
use crate::time::Clock;

/// The server's state, given to pages and server functions as Leptos context. Cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The content.
    pub db: Db,
    /// What time it is for everybody who asks.
    pub clock: Clock,
    /// The client's files as they are named in this build.
    pub assets: Arc<Assets>,
    /// How links to the site begin where its owner has not said: where the server listens.
    pub address: Arc<str>,
    /// Where the pictures' files are: `media/` in the data folder.
    pub media_folder: Arc<std::path::Path>,
    /// What stands beside the blog, once somebody has asked.
    pub aside: Cached<Aside>,
    /// The data of header and footer.
    pub layout: Cached<Layout>,
    /// How letters to the staff are sent, if they are.
    pub mail: Mail,
    /// Who is writing in which text.
    pub presence: Presence,
    /// What all posts are called, for the check that no two are alike.
    pub titles: VersionedCache<Vec<(PostId, String)>>,
}

impl AppState {
    /// The same site over another database and at another time. Nothing that was kept of this one is known there, and
    /// nothing that is kept there is known here; so every field is named.
    #[must_use]
    pub fn over(&self, db: Db, clock: Clock) -> Self {
        let Self {
            db: _,
            clock: _,
            assets,
            address,
            media_folder,
            aside: _,
            layout: _,
            mail: _,
            presence: _,
            titles: _,
        } = self;
        Self {
            db,
            clock,
            assets: Arc::clone(assets),
            address: Arc::clone(address),
            media_folder: Arc::clone(media_folder),
            aside: Cached::default(),
            layout: Cached::default(),
            // From a copy nobody writes to anybody.
            mail: Mail::default(),
            presence: Presence::default(),
            titles: VersionedCache::default(),
        }
    }
}

/// Addresses of the built client. Their names hold a hash, so the server reads them at start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// What the staff's pages add to it; empty where it was not built.
    pub admin_css: String,
    /// The script that starts the client.
    pub js: String,
    /// The client itself.
    pub wasm: String,
    /// The staff's text editor; empty where it was not built, and a text stands in a plain text area.
    pub editor_js: String,
    /// The editor's style sheet; empty where it was not built.
    pub editor_css: String,
}

/// Until when the page under way may be shown again without asking. Cheap to clone; starts at the
/// site's next change, and each part of a page that knows of an earlier one tightens it.
#[derive(Debug, Clone)]
pub struct Freshness(Arc<AtomicI64>);

impl Freshness {
    /// Fresh until an instant, in milliseconds UTC.
    pub fn until(millis: UnixMillis) -> Self {
        Self(Arc::new(AtomicI64::new(millis.0)))
    }

    /// Says that something on the page stops being true at an instant, in milliseconds UTC.
    pub fn tighten(&self, millis: UnixMillis) {
        self.0.fetch_min(millis.0, Ordering::Relaxed);
    }

    /// The end of the page's life, in milliseconds UTC.
    pub fn millis(&self) -> UnixMillis {
        UnixMillis(self.0.load(Ordering::Relaxed))
    }
}
