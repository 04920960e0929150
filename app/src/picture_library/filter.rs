//! Which pictures the library shows.

use std::collections::HashSet;

use super::LibraryPicture;
use crate::ids::StaffId;
use crate::media::PictureId;

/// Which pictures, and which page of them. The order is always the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Words to search for, as typed.
    pub(crate) words: String,
    pub(crate) shelf: Shelf,
    pub(crate) shape: Option<Shape>,
    /// Who sent them.
    pub(crate) by: Option<StaffId>,
    /// In which year they were sent.
    pub(crate) year: Option<i16>,
    /// How many pages of the list to skip.
    pub(crate) skipped: u32,
}

/// The parts of the library.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// All but what is in the trash.
    #[default]
    All,
    /// What nothing uses.
    Unused,
    /// What has no words for those who do not see it.
    Undescribed,
    /// What is deleted after thirty days.
    Trash,
}

/// What pictures look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Wide,
    High,
    Square,
    /// Made from an SVG file.
    Drawing,
}

impl Filter {
    /// Returns whether it shows a picture.
    pub(crate) fn shows(&self, picture: &LibraryPicture, unused: &HashSet<PictureId>) -> bool {
        let is_on_shelf = match self.shelf {
            Shelf::All => picture.trashed_at.is_none(),
            Shelf::Unused => picture.trashed_at.is_none() && unused.contains(&picture.id),
            Shelf::Undescribed => picture.trashed_at.is_none() && picture.alt.is_empty(),
            Shelf::Trash => picture.trashed_at.is_some(),
        };
        is_on_shelf
            && self.shape.is_none_or(|shape| shape.is_that_of(picture))
            && self.by.is_none_or(|by| picture.added_by == Some(by))
            && self.year.is_none_or(|year| picture.year() == year)
            && self.finds(picture)
    }

    /// Returns whether each of its words is part of something that is written of a picture.
    fn finds(&self, picture: &LibraryPicture) -> bool {
        let sender = picture.added_by_name.as_deref().unwrap_or_default();
        let texts = [&picture.name, &picture.alt, &picture.caption, &picture.credit, sender];
        let text = texts.join("\n").to_lowercase();
        self.words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

impl Shape {
    fn is_that_of(self, picture: &LibraryPicture) -> bool {
        // What differs by a twentieth looks square.
        let (width, height) = (u64::from(picture.width), u64::from(picture.height));
        let is_square = width.abs_diff(height) * 20 <= width.max(height);
        match self {
            Self::Wide => width > height && !is_square,
            Self::High => height > width && !is_square,
            Self::Square => is_square,
            Self::Drawing => picture.is_drawing,
        }
    }
}
