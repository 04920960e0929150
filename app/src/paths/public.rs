//! The addresses that readers see.

use super::{BLOG, CALENDAR, DRAWINGS, MEDIA, POST, REVIEW_LINK, SOCIAL_IMAGES, TAG, VOICES};
#[cfg(feature = "ssr")]
use super::{COLOURS, DOCUMENTS, SEARCH};

/// The form for messages about accessibility.
#[cfg(feature = "ssr")]
pub const FEEDBACK: &str = "/tillganglighet/synpunkter";
/// Where the sender of a message reads the answer.
#[cfg(feature = "ssr")]
pub const FEEDBACK_ANSWER: &str = "/tillganglighet/svar";

/// Returns the address of a message's receipt.
#[cfg(feature = "ssr")]
pub fn feedback_receipt(token: &str) -> String {
    format!("{FEEDBACK}/kvitto/{token}")
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

/// How the address of how often the texts of an edition were read ends.
#[cfg(feature = "ssr")]
pub const READS: &str = "/statistik";

/// Returns the address of how often the texts of an edition were read.
#[cfg(feature = "ssr")]
pub fn edition_reads(edition: &str) -> String {
    format!("{CALENDAR}/{edition}{READS}")
}

/// Returns the address of an edition for a frame on another site.
#[cfg(feature = "ssr")]
pub fn frame(edition: &str) -> String {
    format!("{CALENDAR}/{edition}/ram")
}

/// Returns the address of an edition's newest guldkorn for a screen on a wall.
#[cfg(feature = "ssr")]
pub fn wall(edition: &str) -> String {
    format!("{CALENDAR}/{edition}/vagg")
}

/// Returns the address of a door.
pub fn door(edition: &str, day: u16) -> String {
    format!("{CALENDAR}/{edition}/lucka/{day}")
}

/// Returns whether an address can be that of a door.
#[cfg(feature = "ssr")]
pub fn is_door(path: &str) -> bool {
    let edition = path.strip_prefix(CALENDAR).and_then(|rest| rest.strip_prefix('/'));
    edition.and_then(|rest| rest.split_once('/')).is_some_and(|(_, door)| door.starts_with("lucka/"))
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

/// Returns the address of the picture beside links to pages that have none. It changes with the picture.
#[cfg(feature = "ssr")]
pub fn shared_picture(id: impl std::fmt::Display) -> String {
    format!("{SOCIAL_IMAGES}/webbplatsen/{id}.jpg")
}

/// A photograph is a tenth as large as JPEG.
const fn image_extension(with_picture: bool) -> &'static str {
    if with_picture { "jpg" } else { "png" }
}

/// Returns the address of a post as a picture to save, in a format such as "kvadrat".
pub fn picture_card(slug: &str, format: &str) -> String {
    format!("{POST}/{slug}/bild/{format}.png")
}

/// Returns the address of the site's colours as a style sheet, by a hash of its text.
#[cfg(feature = "ssr")]
pub fn colours(hash: &str) -> String {
    format!("{COLOURS}/{hash}.css")
}

/// Returns the address of the style sheet of a scene, by the edition and a hash of its text.
#[cfg(feature = "ssr")]
pub fn scene_style(edition: impl std::fmt::Display, hash: &str) -> String {
    format!("/scener/egen/{edition}/{hash}.css")
}

/// Returns the address of a picture's file.
pub fn picture(id: impl std::fmt::Display, variant: &str) -> String {
    format!("{MEDIA}/{id}/{variant}")
}

/// Returns the address of a document's file, whose name may have letters of any alphabet.
#[cfg(feature = "ssr")]
pub fn document(id: impl std::fmt::Display, name: &str) -> String {
    const ENCODED: &percent_encoding::AsciiSet =
        &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');
    format!("{DOCUMENTS}/{id}/{}", percent_encoding::utf8_percent_encode(name, ENCODED))
}

/// Returns the address of a recording's file. All of one format have the same name: it tells nothing of what is said.
#[cfg(feature = "ssr")]
pub fn recording(id: impl std::fmt::Display, extension: &str) -> String {
    format!("{}/{id}/inspelning.{extension}", super::RECORDINGS)
}

/// Returns the address of the drawing for a subject.
pub fn drawing(name: &str) -> String {
    format!("{DRAWINGS}/{name}.svg")
}

/// Returns the address of a post or edition for somebody outside the staff.
pub fn review_link(token: &str) -> String {
    format!("{REVIEW_LINK}/{token}")
}
