//! A picture as the library shows it.

use crate::media::PictureId;
use crate::paths;
use crate::staff::{Role, Staff, StaffId};
use crate::time::{UnixMillis, at_home, from_millis};

/// A picture with its words in the library.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct LibraryPicture {
    pub(crate) id: PictureId,
    /// The name by which staff find it; at first that of its file. Never shown to readers.
    pub(crate) name: String,
    /// Width of the original in pixels.
    pub(crate) width: u32,
    /// Height of the original in pixels.
    pub(crate) height: u32,
    /// Words for those who do not see it; empty while nobody has written any.
    pub(crate) alt: String,
    pub(crate) caption: String,
    /// Who took it.
    pub(crate) credit: String,
    pub(crate) added_by: Option<StaffId>,
    /// Name of whoever sent it; none for pictures that the program added.
    pub(crate) added_by_name: Option<String>,
    pub(crate) created_at: UnixMillis,
    /// Since when it is in the trash.
    pub(crate) trashed_at: Option<UnixMillis>,
    /// The picture that took its place everywhere.
    pub(crate) replaced_by: Option<PictureId>,
    /// Whether it is a drawing, made from an SVG file.
    pub(crate) is_drawing: bool,
    /// Name of its smallest file.
    pub(crate) thumbnail: Option<String>,
    /// Name of its largest file that is no wider than a column of text.
    pub(crate) preview: Option<String>,
}

impl LibraryPicture {
    /// Returns the name, or a word where there is none.
    pub(crate) fn name_or_word(&self) -> &str {
        if self.name.is_empty() { "Bild utan namn" } else { &self.name }
    }

    /// Returns the year in which it was sent.
    pub(crate) fn year(&self) -> i16 {
        at_home(from_millis(self.created_at)).year()
    }

    /// Returns the address of its smallest file.
    pub(crate) fn thumbnail_address(&self) -> Option<String> {
        self.thumbnail.as_deref().map(|name| paths::picture(self.id, name))
    }

    /// Returns the address of the file that its own page shows.
    pub(crate) fn preview_address(&self) -> Option<String> {
        self.preview.as_deref().map(|name| paths::picture(self.id, name))
    }

    /// Returns whether somebody may change its words: editors always, writers those of pictures that they have sent.
    pub(crate) fn may_be_described_by(&self, staff: &Staff) -> bool {
        staff.role >= Role::Editor || (staff.role >= Role::Writer && self.added_by == Some(staff.id))
    }
}
