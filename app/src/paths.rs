//! Every address of the site, as functions. Addresses are Swedish; see the contract in the README.

/// The start page.
pub const START: &str = "/";
/// Leads to the current edition.
pub const CALENDAR: &str = "/kalender";
/// The blog's list, newest first.
pub const BLOG: &str = "/blogg";
/// The voices.
pub const VOICES: &str = "/roster";
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

/// A page of the blog's list; the first has no number.
pub fn blog_page(page: u32) -> String {
    if page <= 1 { BLOG.to_owned() } else { format!("{BLOG}?sida={page}") }
}

/// A post.
pub fn post(slug: &str) -> String {
    format!("/inlagg/{slug}")
}

/// A voice.
pub fn voice(slug: &str) -> String {
    format!("{VOICES}/{slug}")
}

/// A picture's file.
pub fn picture(id: &str, variant: &str) -> String {
    format!("/media/{id}/{variant}")
}

/// The single-use page on which somebody of the staff chooses a password.
pub fn choose_password(token: &str) -> String {
    format!("{ADMIN}/losenord/{token}")
}

/// Whether a path is one of the staff's.
pub fn is_staff_room(path: &str) -> bool {
    path.strip_prefix(ADMIN).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
