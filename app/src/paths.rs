//! Every address of the site, as functions. Addresses are Swedish; see the contract in the README.

use crate::row_id::{EditionId, PostId, Revision};

/// The start page.
pub const START: &str = "/";
/// Leads to the current edition.
pub const CALENDAR: &str = "/kalender";
/// The blog's list, newest first.
pub const BLOG: &str = "/blogg";
/// The voices.
pub const VOICES: &str = "/roster";
/// What the visit leaves behind on a device, and what to do about it.
pub const SAFE_SURFING: &str = "/saker-surf";
/// The quick exit: no page, but the way to another site.
pub const LEAVE: &str = "/lamna";
/// The newest texts, as Atom.
pub const FEED: &str = "/feed.xml";
/// The newest texts, as RSS.
pub const FEED_RSS: &str = "/rss.xml";
/// The newest texts, as JSON Feed.
pub const FEED_JSON: &str = "/feed.json";
/// What search engines should know of.
pub const SITEMAP: &str = "/sitemap.xml";
/// How the site looks among the apps of a device.
pub const MANIFEST: &str = "/manifest.webmanifest";
/// The search; its form stands there.
pub const SEARCH: &str = "/sok";
/// The staff's rooms.
pub const ADMIN: &str = "/admin";
/// Who is of the staff, for admins.
pub const PEOPLE: &str = "/admin/personer";
/// One's own account.
pub const OWN_ACCOUNT: &str = "/admin/konto";
/// How to write here.
pub const HELP: &str = "/admin/hjalp";
/// The pictures that staff have taken in; new ones are sent there.
pub const PICTURES: &str = "/admin/bilder";
/// All texts but pages, for staff.
pub const POSTS: &str = "/admin/inlagg";
/// The editions of the calendar, for staff.
pub const EDITIONS: &str = "/admin/kalendrar";
/// Where an edition is begun.
pub const NEW_EDITION: &str = "/admin/kalendrar/ny";
/// The subjects of texts, for staff.
pub const TAGS: &str = "/admin/etiketter";
/// What the owner of the site decides about it.
pub const SETTINGS: &str = "/admin/installningar";
/// What was done, by whom and when.
pub const AUDIT_LOG: &str = "/admin/handelser";
/// The plain pages, for staff.
pub const PAGES: &str = "/admin/sidor";
/// The site as it will be, for staff.
pub const PREVIEW: &str = "/admin/forhandsvisning";
/// Texts that somebody outside was given a link to.
pub const REVIEW_LINK: &str = "/delad";
/// Where staff log in.
pub const LOG_IN: &str = "/admin/logga-in";
/// Where staff who have forgotten the password ask for a link.
pub const FORGOTTEN: &str = "/admin/glomt";

/// An edition of the calendar.
pub fn edition(slug: &str) -> String {
    format!("{CALENDAR}/{slug}")
}

/// An edition as a list.
pub fn edition_list(slug: &str) -> String {
    format!("{CALENDAR}/{slug}?vy=lista")
}

/// A door of an edition.
pub fn door(edition: &str, day: u16) -> String {
    format!("{CALENDAR}/{edition}/lucka/{day}")
}

/// The posts of a year.
pub fn year(year: i16) -> String {
    format!("{BLOG}/{year}")
}

/// The posts of a month.
pub fn month(year: i16, month: i8) -> String {
    format!("{BLOG}/{year}/{month:02}")
}

/// The posts on a subject.
pub fn tag(slug: &str) -> String {
    format!("/etikett/{slug}")
}

/// A page of a list; the first has no number.
pub fn nth_page(list: &str, page: u32) -> String {
    let sign = if list.contains('?') { '&' } else { '?' };
    if page <= 1 { list.to_owned() } else { format!("{list}{sign}sida={page}") }
}

/// A post.
pub fn post(slug: &str) -> String {
    format!("/inlagg/{slug}")
}

/// A voice.
pub fn voice(slug: &str) -> String {
    format!("{VOICES}/{slug}")
}

/// A plain page, such as "Om".
pub fn page(slug: &str) -> String {
    format!("/{slug}")
}

/// A page of a search's results; the first has no number.
#[cfg(feature = "ssr")]
pub fn search(words: &str, page: u32) -> String {
    let words = percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC);
    if page <= 1 { format!("{SEARCH}?q={words}") } else { format!("{SEARCH}?q={words}&sida={page}") }
}

/// The newest texts of a subject, as Atom.
pub fn tag_feed(slug: &str) -> String {
    format!("/etikett/{slug}/feed.xml")
}

/// The newest open doors of an edition, as Atom.
pub fn edition_feed(slug: &str) -> String {
    format!("{CALENDAR}/{slug}/feed.xml")
}

/// An edition's openings for the visitor's own calendar; in words that tell nothing, if wanted.
pub fn subscription(edition: &str, neutral: bool) -> String {
    format!("{CALENDAR}/{edition}.ics{}", if neutral { "?neutral=1" } else { "" })
}

/// The picture that others show beside a link to a post.
pub fn post_image(slug: &str) -> String {
    format!("/bild/inlagg/{slug}.png")
}

/// The picture that others show beside a link to an open door.
pub fn door_image(edition: &str, day: u16) -> String {
    format!("/bild/kalender/{edition}/lucka/{day}.png")
}

/// A picture's file.
pub fn picture(id: impl std::fmt::Display, variant: &str) -> String {
    format!("/media/{id}/{variant}")
}

/// A text's desk.
pub fn writing(id: PostId) -> String {
    format!("{POSTS}/{id}")
}

/// The stream of who else has a text open, and of newer versions than the one that the writing began from.
pub fn presence(id: PostId, base_revision: Revision) -> String {
    format!("{POSTS}/{id}/narvaro?fran={base_revision}")
}

/// What changed in a text while somebody wrote.
pub fn comparison(id: PostId) -> String {
    format!("{POSTS}/{id}/jamfor")
}

/// A text's versions.
pub fn versions(id: PostId) -> String {
    format!("{POSTS}/{id}/versioner")
}

/// An edition as staff keep it.
#[cfg(feature = "ssr")]
pub fn kept_edition(id: EditionId) -> String {
    format!("{EDITIONS}/{id}")
}

/// A section of the settings.
#[cfg(feature = "ssr")]
pub fn settings_section(slug: &str) -> String {
    format!("{SETTINGS}/{slug}")
}

/// The single-use page on which somebody of the staff chooses a password.
pub fn choose_password(token: &str) -> String {
    format!("{ADMIN}/losenord/{token}")
}

/// The preview of a text, by the text's number.
pub fn preview_of_text(post: PostId) -> String {
    format!("{PREVIEW}/text/{post}")
}

/// The preview of an edition of the calendar, by the edition's number.
pub fn preview_of_edition(edition: EditionId) -> String {
    format!("{PREVIEW}/kalender/{edition}")
}

/// A text for somebody outside.
pub fn review_link(token: &str) -> String {
    format!("{REVIEW_LINK}/{token}")
}

/// Whether the page at a path has no route of its own, because it is only read.
pub fn is_only_read(path: &str) -> bool {
    path != START && !path.starts_with("/kalender/") && !is_within(path, SEARCH) && !is_staff_room(path)
}

/// Whether a path is one of the staff's.
pub fn is_staff_room(path: &str) -> bool {
    is_within(path, ADMIN)
}

fn is_within(path: &str, room: &str) -> bool {
    path.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
