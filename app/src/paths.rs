//! Every address of the site, as functions. Addresses are Swedish; see the contract in the README.

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
/// The search; its form stands there.
pub const SEARCH: &str = "/sok";
/// The staff's rooms.
pub const ADMIN: &str = "/admin";
/// Where staff log in.
pub const LOG_IN: &str = "/admin/logga-in";

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
    if page <= 1 { list.to_owned() } else { format!("{list}?sida={page}") }
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

/// A picture's file.
pub fn picture(id: &str, variant: &str) -> String {
    format!("/media/{id}/{variant}")
}

/// The single-use page on which somebody of the staff chooses a password.
pub fn choose_password(token: &str) -> String {
    format!("{ADMIN}/losenord/{token}")
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
