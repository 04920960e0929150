//! The addresses of the staff's pages.

use super::{ADMIN, POSTS, PREVIEW};
#[cfg(feature = "ssr")]
use super::{EDITIONS, SETTINGS};
use crate::ids::{EditionId, PostId, Revision};

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
