//! The addresses of the site, in Swedish: each is written here once.
//!
//! An address that starts with a word of its own belongs in `addresses!`, so that no plain page can take it.

mod admin;
mod public;

pub use admin::*;
pub use public::*;

/// Declares addresses and lists them all, for [`is_reserved`].
macro_rules! addresses {
    ($($(#[$meta:meta])* $name:ident = $path:literal;)*) => {
        $($(#[$meta])* pub const $name: &str = $path;)*

        #[cfg(feature = "ssr")]
        const ALL: &[&str] = &[$($path),*];
    };
}

addresses! {
    /// The start page.
    START = "/";
    /// Redirects to the current edition; the addresses of editions start with it.
    CALENDAR = "/kalender";
    /// Redirects to today's door.
    TODAY = "/kalender/idag";
    /// The QR code of [`TODAY`], for printing.
    QR_CODE = "/kalender/qr.svg";
    /// The same, for programs that take no SVG.
    QR_CODE_PNG = "/kalender/qr.png";
    /// The list of all posts, newest first; its archive starts with it.
    BLOG = "/blogg";
    /// The first step of a post's address.
    POST = "/inlagg";
    /// The first step of a tag's address.
    TAG = "/etikett";
    /// All voices; a voice's address starts with it.
    VOICES = "/roster";
    /// The search form and its results.
    SEARCH = "/sok";
    /// Says how another site can show a page of this one, by oEmbed.
    OEMBED = "/oembed";
    /// The style sheet of the site's colours.
    COLOURS = "/farger";
    /// Redirects to another site: the quick exit.
    QUICK_EXIT = "/lamna";
    /// The newest posts as Atom.
    FEED = "/feed.xml";
    /// The newest posts as RSS.
    FEED_RSS = "/rss.xml";
    /// The newest posts as JSON Feed.
    FEED_JSON = "/feed.json";
    /// The sitemap for search engines.
    SITEMAP = "/sitemap.xml";
    /// The rules for crawlers.
    ROBOTS = "/robots.txt";
    /// The web app manifest.
    MANIFEST = "/manifest.webmanifest";
    /// The first step of the addresses of social images.
    SOCIAL_IMAGES = "/bild";
    /// The first step of the addresses of uploaded pictures.
    MEDIA = "/media";
    /// The first step of the addresses of documents.
    DOCUMENTS = "/dokument";
    /// The first step of the addresses of recordings.
    RECORDINGS = "/ljud";
    /// The first step of the addresses of review links.
    REVIEW_LINK = "/delad";
    /// The first step of the addresses of server functions.
    API = "/api";
    /// Says whether the server is well.
    HEALTH = "/healthz";
    /// Whether the site can read and write.
    READINESS = "/readyz";
    /// Numbers about the running server, for those who keep it.
    METRICS = "/metrics";
    /// The built client.
    PACKAGE = "/pkg";
    /// A folder of static files.
    FONTS = "/fonts";
    /// A folder of static files.
    HELP_PICTURES = "/hjalp";
    /// A folder of static files.
    SCENES = "/scener";
    /// A folder of static files: a drawing for each subject.
    DRAWINGS = "/amnen";
    /// The site's icon, unless it is a picture of pixels.
    ICON = "/favicon.svg";
    /// The icon in the format that old programs look for without being told.
    ICON_ICO = "/favicon.ico";
    /// The icon of 192 pixels.
    ICON_192 = "/icon-192.png";
    /// The icon of 512 pixels.
    ICON_512 = "/icon-512.png";
    /// The icon that a device cuts into a shape of its own.
    MASKABLE_ICON = "/icon-maskable-512.png";
    /// The icon on the home screens of Apple's telephones.
    TOUCH_ICON = "/apple-touch-icon.png";

    /// The dashboard; the addresses of all pages for staff start with it.
    ADMIN = "/admin";
    /// Where staff log in.
    LOG_IN = "/admin/logga-in";
    /// Where staff who have forgotten their password ask for a link.
    FORGOTTEN = "/admin/glomt";
    /// Where the first account is made, by a link that the log shows.
    FIRST_ACCOUNT = "/admin/forsta";
    /// The list of what a new site needs, for admins.
    FIRST_HOUR = "/admin/borja";
    /// The receipts of what was erased.
    ERASED = "/admin/samtycken/borttaget";
    /// The consent ledger.
    CONSENTS = "/admin/samtycken";
    /// The staff accounts, for admins.
    STAFF_ACCOUNTS = "/admin/personer";
    /// The account of the one who is logged in.
    ACCOUNT = "/admin/konto";
    /// Help with writing.
    HELP = "/admin/hjalp";
    /// The picture library; receives uploaded pictures.
    UPLOADS = "/admin/bilder";
    /// The staff's documents; receives sent ones.
    STAFF_DOCUMENTS = "/admin/dokument";
    /// All posts except plain pages.
    POSTS = "/admin/inlagg";
    /// The plain pages.
    PAGES = "/admin/sidor";
    /// The editions of the calendar.
    EDITIONS = "/admin/kalendrar";
    /// The form that creates an edition.
    NEW_EDITION = "/admin/kalendrar/ny";
    /// The rehearsal of a calendar. Which one stands in the query, so that the route of an edition serves it.
    REHEARSAL = "/admin/kalendrar/genrep";
    /// The board of a calendar.
    BOARD = "/admin/tavla";
    /// The tags.
    TAGS = "/admin/etiketter";
    /// The settings of the site.
    SETTINGS = "/admin/installningar";
    /// Imports from another site, for admins; receives their files.
    MOVE_IN = "/admin/installningar/flytta-in";
    /// Messages of the public.
    MESSAGES = "/admin/meddelanden";
    /// The audit log.
    AUDIT_LOG = "/admin/handelser";
    /// How often texts were read.
    STATISTICS = "/admin/statistik";
    /// The same numbers as a file.
    STATISTICS_FILE = "/admin/statistik.csv";
    /// The preview of the site at another moment.
    PREVIEW = "/admin/forhandsvisning";
}

/// The page with advice on leaving no traces. It is a plain page, so its address is no reserved one.
pub const SAFE_SURFING: &str = "/saker-surf";

/// The accessibility statement: a plain page too, below which the product says what the law asks for.
pub const STATEMENT: &str = "/tillganglighet";
/// The privacy page: a plain page too, below which the product says what it stores.
pub const PRIVACY: &str = "/integritet";

/// Returns whether a slug is the first step of another address, so that no plain page can have it.
#[cfg(feature = "ssr")]
pub fn is_reserved(slug: &str) -> bool {
    ALL.iter().any(|address| {
        let first = address.trim_start_matches('/').split('/').next().unwrap_or_default();
        first == slug || first.split_once('.').is_some_and(|(stem, _)| stem == slug)
    })
}

/// Returns whether a path is for staff.
pub fn is_admin(path: &str) -> bool {
    is_within(path, ADMIN)
}

fn is_within(path: &str, parent: &str) -> bool {
    path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
