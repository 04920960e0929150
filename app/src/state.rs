//! The server's state, which every request can reach.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::cache::Extensions;
use crate::db::Db;
use crate::mail::Mail;
use crate::shared_caches::SharedCaches;
use crate::time::{Clock, UnixMillis, from_millis};

/// The server's state, given to pages and server functions as Leptos context. Cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// The clock by which everything happens.
    pub clock: Clock,
    /// Addresses of this build's client.
    pub assets: Arc<Assets>,
    /// How absolute links begin while the settings name no address: where the server listens.
    pub address: Arc<str>,
    /// Folder with the pictures' files: `media/` in the data folder.
    pub media_folder: Arc<Path>,
    /// Program that decodes HEIC in a process of its own, where the operator has turned that on.
    pub heic_decoder: Option<Arc<Path>>,
    /// The mail server for letters to the staff, if the site has one.
    pub mail: Mail,
    /// The caches in front of the site that are told of changes, if there are any.
    pub shared_caches: SharedCaches,
    /// What rooms keep in memory.
    pub extensions: Extensions,
}

impl AppState {
    /// Returns the state of a site that serves nobody: without a client, without mail, without anything in memory.
    pub fn offline(db: Db, clock: Clock, media_folder: &Path) -> Self {
        Self {
            db,
            clock,
            assets: Arc::default(),
            address: "".into(),
            media_folder: media_folder.into(),
            heic_decoder: None,
            mail: Mail::default(),
            shared_caches: SharedCaches::default(),
            extensions: Extensions::default(),
        }
    }

    /// Returns the state of this site as it will be at an instant, if nobody writes before: the same database, and
    /// nothing in memory, where what is kept is true at the present time.
    #[must_use]
    pub fn at(&self, instant: UnixMillis) -> Self {
        let clock = self.clock.standing_at(from_millis(instant));
        Self { clock, extensions: Extensions::default(), ..self.clone() }
    }

    /// Returns the state of the same site over another database and at another time. The two share nothing in memory,
    /// and the other one sends no mail and has no cache in front.
    #[must_use]
    pub fn over(&self, db: Db, clock: Clock) -> Self {
        // Every field is named, so that a new one has to be decided on here.
        let Self {
            db: _,
            clock: _,
            assets,
            address,
            media_folder,
            heic_decoder,
            mail: _,
            shared_caches: _,
            extensions: _,
        } = self;
        Self {
            db,
            clock,
            assets: Arc::clone(assets),
            address: Arc::clone(address),
            media_folder: Arc::clone(media_folder),
            heic_decoder: heic_decoder.clone(),
            mail: Mail::default(),
            shared_caches: SharedCaches::default(),
            extensions: Extensions::default(),
        }
    }
}

/// Addresses of the built client. Their names hold a hash, so the server reads them at start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assets {
    /// Style sheet of every page.
    pub css: String,
    /// Style sheet that pages with doors add; empty where it was not built.
    pub calendar_css: String,
    /// Style sheet of the town that the doors may be in; empty where it was not built.
    pub town_css: String,
    /// Style sheet of the other scenes that are pictures; empty where it was not built.
    pub scenes_css: String,
    /// Style sheet of posts in a list below the calendar; empty where it was not built.
    pub teasers_css: String,
    /// Style sheet of guldkorn beside others; empty where it was not built.
    pub highlights_css: String,
    /// Style sheet that pages of guldkorn add; empty where it was not built.
    pub card_css: String,
    /// Style sheet that all other public pages add; empty where it was not built.
    pub reading_css: String,
    /// Style sheet that pages with a text in a language of other letters add; empty where it was not built.
    pub languages_css: String,
    /// Style sheet that frames on other sites and screens on walls add; empty where it was not built.
    pub embed_css: String,
    /// Style sheet that the staff's pages add; empty where it was not built.
    pub admin_css: String,
    /// Script that starts the client.
    pub js: String,
    /// The client's WebAssembly.
    pub wasm: String,
    /// Script of every page; empty where it was not built, and pages are plain ones.
    pub page_js: String,
    /// Script that hands the page to the client; empty where it was not built.
    pub take_over_js: String,
    /// Script of the text editor; empty where it was not built, and a text stands in a plain text area.
    pub editor_js: String,
    /// Style sheet of the text editor; empty where it was not built.
    pub editor_css: String,
    /// Script of the staff's other pages; empty where it was not built, and their forms are plain forms.
    pub staff_js: String,
    /// Script of the board; empty where it was not built, and texts are moved by plain forms.
    pub board_js: String,
}

impl Assets {
    /// Returns the style sheets of what doors are in, each with whether this HTML needs it.
    pub(crate) fn of_scenes(&self, html: &str) -> [(&str, bool); 2] {
        let shows = |marks: &[&str]| marks.iter().any(|mark| html.contains(mark));
        [
            (&self.town_css, shows(&[r#"class="town""#, "town-picture"])),
            (&self.scenes_css, shows(&["grid-scene", "path-scene", "picture-scene"])),
        ]
    }
}

/// The instant until which the page being rendered may be served from a cache. Cheap to clone; starts at the site's
/// next change, and each part of a page that knows of an earlier one tightens it.
#[derive(Debug, Clone)]
pub struct Freshness(Arc<AtomicI64>);

impl Freshness {
    /// Returns a freshness that ends at an instant.
    pub fn until(end: UnixMillis) -> Self {
        Self(Arc::new(AtomicI64::new(end.0)))
    }

    /// Makes it end no later than an instant, at which something on the page changes.
    pub fn tighten(&self, end: UnixMillis) {
        self.0.fetch_min(end.0, Ordering::Relaxed);
    }

    /// Returns the instant at which it ends.
    pub fn millis(&self) -> UnixMillis {
        UnixMillis(self.0.load(Ordering::Relaxed))
    }
}
