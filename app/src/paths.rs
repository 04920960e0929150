//! The addresses of the site, in Swedish: each is written here once.
//!
//! An address that starts with a word of its own belongs in `addresses!`, so that no plain page can take it.

use crate::ids::{EditionId, PostId, Revision};

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
    /// The first step of the addresses of review links.
    REVIEW_LINK = "/delad";
    /// The first step of the addresses of server functions.
    API = "/api";
    /// Says whether the server is well.
    HEALTH = "/healthz";
    /// Whether the site can read and write.
    READINESS = "/readyz";
    /// The built client.
    PACKAGE = "/pkg";
    /// A folder of static files.
    FONTS = "/fonts";
    /// A folder of static files.
    FUNDERS = "/funders";
    /// A folder of static files.
    HELP_PICTURES = "/hjalp";
    /// A folder of static files.
    SCENES = "/scener";
    /// A folder of static files: a drawing for each subject.
    DRAWINGS = "/amnen";
    /// The site's icon.
    ICON = "/favicon.svg";

    /// The dashboard; the addresses of all pages for staff start with it.
    ADMIN = "/admin";
    /// Where staff log in.
    LOG_IN = "/admin/logga-in";
    /// Where staff who have forgotten their password ask for a link.
    FORGOTTEN = "/admin/glomt";
    /// The staff accounts, for admins.
    STAFF_ACCOUNTS = "/admin/personer";
    /// The account of the one who is logged in.
    ACCOUNT = "/admin/konto";
    /// Help with writing.
    HELP = "/admin/hjalp";
    /// Receives uploaded pictures.
    UPLOADS = "/admin/bilder";
    /// All posts except plain pages.
    POSTS = "/admin/inlagg";
    /// The plain pages.
    PAGES = "/admin/sidor";
    /// The editions of the calendar.
    EDITIONS = "/admin/kalendrar";
    /// The form that creates an edition.
    NEW_EDITION = "/admin/kalendrar/ny";
    /// The tags.
    TAGS = "/admin/etiketter";
    /// The settings of the site.
    SETTINGS = "/admin/installningar";
    /// The audit log.
    AUDIT_LOG = "/admin/handelser";
    /// The preview of the site at another moment.
    PREVIEW = "/admin/forhandsvisning";
}

/// The page with advice on leaving no traces. It is a plain page, so its address is no reserved one.
pub const SAFE_SURFING: &str = "/saker-surf";

/// Returns whether a slug is the first step of another address, so that no plain page can have it.
#[cfg(feature = "ssr")]
pub fn is_reserved(slug: &str) -> bool {
    ALL.iter().any(|address| {
        let first = address.trim_start_matches('/').split('/').next().unwrap_or_default();
        first == slug || first.split_once('.').is_some_and(|(stem, _)| stem == slug)
    })
}

/// Returns the address of an edition of the calendar.
pub fn edition(slug: &str) -> String {
    format!("{CALENDAR}/{slug}")
}

/// Returns the address of an edition as a list of its doors.
pub fn edition_list(slug: &str) -> String {
    format!("{CALENDAR}/{slug}?vy=lista")
}

/// Returns the address of all open doors of an edition on one page.
#[cfg(feature = "ssr")]
pub fn catch_up(edition: &str) -> String {
    format!("{CALENDAR}/{edition}/las")
}

/// Returns the address of a door.
pub fn door(edition: &str, day: u16) -> String {
    format!("{CALENDAR}/{edition}/lucka/{day}")
}

/// Returns the address of a year's posts.
pub fn year(year: i16) -> String {
    format!("{BLOG}/{year}")
}

/// Returns the address of a month's posts; months count from 1.
pub fn month(year: i16, month: i8) -> String {
    format!("{BLOG}/{year}/{month:02}")
}

/// Returns the address of the posts with a tag.
pub fn tag(slug: &str) -> String {
    format!("{TAG}/{slug}")
}

/// Returns the address of a page of a list; the first page has no number.
pub fn list_page(list: &str, page: u32) -> String {
    let sign = if list.contains('?') { '&' } else { '?' };
    if page <= 1 { list.to_owned() } else { format!("{list}{sign}sida={page}") }
}

/// Returns the address of an article or a guldkorn.
pub fn post(slug: &str) -> String {
    format!("{POST}/{slug}")
}

/// Returns the address of a voice.
pub fn voice(slug: &str) -> String {
    format!("{VOICES}/{slug}")
}

/// Returns the address of a plain page, such as "Om".
pub fn page(slug: &str) -> String {
    format!("/{slug}")
}

/// Returns the address of a page of search results; the first page has no number.
#[cfg(feature = "ssr")]
pub fn search(words: &str, page: u32) -> String {
    let words = percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC);
    if page <= 1 { format!("{SEARCH}?q={words}") } else { format!("{SEARCH}?q={words}&sida={page}") }
}

/// Returns the address of the Atom feed of a tag.
pub fn tag_feed(slug: &str) -> String {
    format!("{TAG}/{slug}/feed.xml")
}

/// Returns the address of the Atom feed of an edition's open doors.
pub fn edition_feed(slug: &str) -> String {
    format!("{CALENDAR}/{slug}/feed.xml")
}

/// Returns the address of an edition's openings as iCalendar; with neutral titles, if wanted.
pub fn subscription(edition: &str, neutral: bool) -> String {
    format!("{CALENDAR}/{edition}.ics{}", if neutral { "?neutral=1" } else { "" })
}

/// Returns the address of a post's social image: with the post's picture, or drawn from its text alone.
pub fn post_image(slug: &str, with_picture: bool) -> String {
    format!("{SOCIAL_IMAGES}/inlagg/{slug}.{}", image_extension(with_picture))
}

/// Returns the address of an open door's social image, see [`post_image`].
pub fn door_image(edition: &str, day: u16, with_picture: bool) -> String {
    format!("{SOCIAL_IMAGES}/kalender/{edition}/lucka/{day}.{}", image_extension(with_picture))
}

/// A photograph is a tenth as large as JPEG.
const fn image_extension(with_picture: bool) -> &'static str {
    if with_picture { "jpg" } else { "png" }
}

/// Returns the address of a post as a picture to save, in a format such as "kvadrat".
pub fn picture_card(slug: &str, format: &str) -> String {
    format!("{POST}/{slug}/bild/{format}.png")
}

/// Returns the address of a picture's file.
pub fn picture(id: impl std::fmt::Display, variant: &str) -> String {
    format!("{MEDIA}/{id}/{variant}")
}

/// Returns the address of the drawing for a subject.
pub fn drawing(name: &str) -> String {
    format!("{DRAWINGS}/{name}.svg")
}

/// Returns the address of a post's editor.
pub fn edit_post(id: PostId) -> String {
    format!("{POSTS}/{id}")
}

/// Returns the address of the stream of who else has a post open, and of newer revisions than the one that the writing
/// began from.
pub fn presence(id: PostId, base_revision: Revision) -> String {
    format!("{POSTS}/{id}/narvaro?fran={base_revision}")
}

/// Returns the address where a draft is compared with a newer version of its post.
pub fn compare_post(id: PostId) -> String {
    format!("{POSTS}/{id}/jamfor")
}

/// Returns the address of a post's saved versions.
pub fn post_versions(id: PostId) -> String {
    format!("{POSTS}/{id}/versioner")
}

/// Returns the address where staff edit an edition.
#[cfg(feature = "ssr")]
pub fn edit_edition(id: EditionId) -> String {
    format!("{EDITIONS}/{id}")
}

/// Returns the address of a section of the settings.
#[cfg(feature = "ssr")]
pub fn settings_section(slug: &str) -> String {
    format!("{SETTINGS}/{slug}")
}

/// Returns the single-use address where a staff member chooses a password.
pub fn choose_password(token: &str) -> String {
    format!("{ADMIN}/losenord/{token}")
}

/// Returns the address of a post's preview.
pub fn preview_of_text(post: PostId) -> String {
    format!("{PREVIEW}/text/{post}")
}

/// Returns the address of an edition's preview.
pub fn preview_of_edition(edition: EditionId) -> String {
    format!("{PREVIEW}/kalender/{edition}")
}

/// Returns the address of a post or edition for somebody outside the staff.
pub fn review_link(token: &str) -> String {
    format!("{REVIEW_LINK}/{token}")
}

/// Returns whether the page at a path has no route of its own in the client: its HTML comes whole from the server.
pub fn is_prerendered(path: &str) -> bool {
    // Below an edition, only its doors have a route.
    let in_calendar = path.strip_prefix(CALENDAR).filter(|rest| rest.starts_with('/'));
    path != START
        && in_calendar.is_none_or(|rest| rest.split('/').count() == 3)
        && !is_within(path, SEARCH)
        && !is_admin(path)
}

/// Returns whether a path is for staff.
pub fn is_admin(path: &str) -> bool {
    is_within(path, ADMIN)
}

fn is_within(path: &str, parent: &str) -> bool {
    path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(all(test, feature = "ssr"))]
#[path = "paths_tests.rs"]
mod tests;
