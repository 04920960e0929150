//! What pictures are used in.
//!
//! A picture is in use as long as something shows it (a post whatever its status, the trash included, an edition's own
//! text or scene, the settings) or somebody may bring it back: a saved version, an autosaved draft, a form that waits for its
//! writer.

use std::collections::HashSet;

use sqlx::sqlite::SqliteConnection;

use super::store::uses as store;
use crate::ids::{EditionId, PostId};
use crate::media::PictureId;
use crate::posts::{Language, PostKind};

/// The flash of the library's page. It names pictures and uses none, like that of a picture's page.
pub(crate) const LIBRARY_FLASH: &str = "pictures";
/// The flash of a picture's page.
pub(crate) const PICTURE_FLASH: &str = "picture";

/// Something that uses a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PictureUse {
    /// A post, named once however often it shows the picture.
    Post { id: PostId, title: String, language: Language, kind: PostKind, place: PostPlace },
    /// The own text or the scene of an edition of the calendar.
    Edition { id: EditionId, title: String },
    /// The settings: what the picture is there, and the slug of the section.
    Setting { words: &'static str, section: &'static str },
}

/// Where in a post a picture is used. The first that holds is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PostPlace {
    /// The post shows it.
    Text,
    /// The post shows it, and is in the trash.
    Trash,
    /// Somebody's unsaved draft has it.
    Draft,
    /// A saved version has it, which may be brought back.
    Version,
}

impl PostPlace {
    /// Returns the words after the title.
    pub(crate) const fn in_words(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::Trash => "i papperskorgen",
            Self::Draft => "i ett utkast som inte är sparat",
            Self::Version => "i en sparad version",
        }
    }
}

/// Returns the pictures that nothing uses.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn find_unused(
    connection: &mut SqliteConnection,
) -> Result<HashSet<PictureId>, sqlx::Error> {
    let mut unused: HashSet<_> = store::not_shown(&mut *connection).await?.into_iter().collect();
    if !unused.is_empty() {
        store::for_each_stored_text(connection, |text| {
            for picture in PictureId::find_all(text) {
                unused.remove(&picture);
            }
        })
        .await?;
    }
    Ok(unused)
}
