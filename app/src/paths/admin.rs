//! The addresses of the staff's pages.

use super::{ADMIN, POSTS, PREVIEW, UPLOADS};
#[cfg(feature = "ssr")]
use super::{EDITIONS, FIRST_ACCOUNT, MESSAGES, MOVE_IN, SETTINGS, STAFF_DOCUMENTS};
use crate::ids::{EditionId, PostId, Revision};
#[cfg(feature = "ssr")]
use crate::ids::{FeedbackId, MoveInId};
#[cfg(feature = "ssr")]
use crate::time::{UnixMillis, to_local};

/// The picture library, which also receives pictures.
pub const PICTURES: &str = UPLOADS;
/// Receives several pictures at once, or one that needs no words yet.
pub const MANY_UPLOADS: &str = "/admin/bilder?flera=1";

/// Returns the address of a picture's page in the library.
pub fn library_picture(id: impl std::fmt::Display) -> String {
    format!("{PICTURES}/{id}")
}

/// Returns the address of a page for which a picture was chosen, with that picture.
pub fn with_picture(page: &str, id: impl std::fmt::Display) -> String {
    let sign = if page.contains('?') { '&' } else { '?' };
    format!("{page}{sign}bild={id}")
}

/// Returns the address that receives the file which takes a picture's place.
pub fn replace_picture(id: impl std::fmt::Display) -> String {
    format!("{PICTURES}/{id}/byt")
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

/// Returns the address of the picture library for choosing a picture, which is led back to a page in its query as `bild`.
#[cfg(feature = "ssr")]
pub fn choose_picture(back_to: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("valj", back_to).finish();
    format!("{UPLOADS}?{query}")
}

/// Returns the address of a post's saved versions.
pub fn post_versions(id: PostId) -> String {
    format!("{POSTS}/{id}/versioner")
}

/// Returns the address of what is said about a post, and of who has read it.
#[cfg(feature = "ssr")]
pub fn comments(id: PostId) -> String {
    format!("{POSTS}/{id}/kommentarer")
}

/// Returns the address of the consent of whom a post tells.
#[cfg(feature = "ssr")]
pub fn consent(id: PostId) -> String {
    format!("{POSTS}/{id}/samtycke")
}

/// Returns the address of the form that somebody has signed of whom a post tells.
#[cfg(feature = "ssr")]
pub fn consent_paper(id: impl std::fmt::Display) -> String {
    format!("{POSTS}/{id}/samtycke/underlag")
}

/// Returns the address where a person gets another name in a post.
#[cfg(feature = "ssr")]
pub fn pseudonym(id: PostId) -> String {
    format!("{POSTS}/{id}/namn")
}

/// Returns the address of the page on which a text is taken back for good; `everything`: with all texts about its person.
#[cfg(feature = "ssr")]
pub fn erase_text(id: PostId, everything: bool) -> String {
    format!("{POSTS}/{id}/samtycke/ta-bort{}", if everything { "?allt=ja" } else { "" })
}

/// Returns the address of the receipt of an erasure.
#[cfg(feature = "ssr")]
pub fn erasure(id: crate::ids::ErasureId) -> String {
    format!("{}/{id}", super::ERASED)
}

/// Returns the address where staff edit an edition.
#[cfg(feature = "ssr")]
pub fn edit_edition(id: EditionId) -> String {
    format!("{EDITIONS}/{id}")
}

/// Returns the address where staff choose in which picture an edition's doors are shown.
#[cfg(feature = "ssr")]
pub fn edit_scene(id: EditionId) -> String {
    format!("{EDITIONS}/{id}/scen")
}

/// Returns the address of the form for a new edition that is made from an earlier one.
#[cfg(feature = "ssr")]
pub fn new_edition_after(id: EditionId) -> String {
    format!("{}?efter={id}", super::NEW_EDITION)
}

/// Returns the path of an edition's board.
#[cfg(feature = "ssr")]
pub fn board(edition: EditionId) -> String {
    format!("{}?kalender={edition}", super::BOARD)
}

/// Returns the address of the stream of who else has a board open, and of its changes.
#[cfg(feature = "ssr")]
pub fn board_presence(edition: EditionId) -> String {
    format!("{}/{edition}/narvaro", super::BOARD)
}

/// Returns the path of a day on an edition's board.
#[cfg(feature = "ssr")]
pub fn board_day(edition: EditionId, day: u16) -> String {
    format!("{}?kalender={edition}&dag={day}", super::BOARD)
}

/// Marks in the query of a page that it was opened from the list of what a new site needs, so that saving leads back there.
pub const FROM_FIRST_HOUR: &str = "fran=borja";

/// Returns the address that receives what staff do with the recording of a post.
#[cfg(feature = "ssr")]
pub fn recording_of_post(post: impl std::fmt::Display) -> String {
    format!("{}/{post}/inspelning", super::POSTS)
}

/// Returns the address where staff see a document.
#[cfg(feature = "ssr")]
pub fn staff_document(id: impl std::fmt::Display) -> String {
    format!("{STAFF_DOCUMENTS}/{id}")
}

/// Returns the address where staff send or choose a document for a post.
#[cfg(feature = "ssr")]
pub fn documents_for(post: PostId) -> String {
    format!("{STAFF_DOCUMENTS}?text={post}")
}

/// Returns the address of a section of the settings.
#[cfg(feature = "ssr")]
pub fn settings_section(slug: &str) -> String {
    format!("{SETTINGS}/{slug}")
}

/// Returns the address of an import that staff have begun. Its number stands in the query, so that the route of the settings'
/// sections serves it.
#[cfg(feature = "ssr")]
pub fn move_in(id: MoveInId) -> String {
    format!("{MOVE_IN}?nr={id}")
}

/// Returns the address of an act on such an import, or with `{id}` and `{act}` the pattern of them all.
#[cfg(feature = "ssr")]
pub fn move_in_act(id: impl std::fmt::Display, act: &str) -> String {
    format!("{MOVE_IN}/{id}/{act}")
}

/// Returns the address that ends somebody's letters, or with `{code}` the pattern of them all.
#[cfg(feature = "ssr")]
pub fn end_letters(code: &str) -> String {
    format!("{ADMIN}/brev/{code}")
}

/// Returns the single-use address where a staff member chooses a password.
pub fn choose_password(token: &str) -> String {
    format!("{ADMIN}/losenord/{token}")
}

/// Returns the single-use address where the first account is made.
#[cfg(feature = "ssr")]
pub fn first_account(token: &str) -> String {
    format!("{FIRST_ACCOUNT}?kod={token}")
}

/// Returns the address of a post's preview.
pub fn preview_of_text(post: PostId) -> String {
    format!("{PREVIEW}/text/{post}")
}

/// Returns the address of an edition's preview.
pub fn preview_of_edition(edition: EditionId) -> String {
    format!("{PREVIEW}/kalender/{edition}")
}

/// Returns the address of an edition's preview as it will be at an instant; the door that opened last, or the whole
/// calendar.
#[cfg(feature = "ssr")]
pub fn preview_of_edition_at(edition: EditionId, at: UnixMillis, shows_door: bool) -> String {
    let door = if shows_door { "&visa=lucka" } else { "" };
    format!("{}?nar={}{door}", preview_of_edition(edition), to_local(at))
}

/// Returns the address of an edition's rehearsal.
#[cfg(feature = "ssr")]
pub fn rehearsal(edition: EditionId) -> String {
    format!("{}?kalender={edition}", super::REHEARSAL)
}

/// Returns the address where staff read and answer a message of the public.
#[cfg(feature = "ssr")]
pub fn message(id: FeedbackId) -> String {
    format!("{MESSAGES}/{id}")
}
