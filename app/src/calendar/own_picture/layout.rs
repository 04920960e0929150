//! The two pictures that a scene may have.

use serde::{Deserialize, Serialize};

/// For which screens a picture of a scene is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Layout {
    /// Wide screens, and narrow ones too where there is no other.
    Landscape,
    /// Narrow screens.
    Portrait,
}

impl Layout {
    /// Both, the one that a scene must have first.
    pub(crate) const ALL: [Self; 2] = [Self::Landscape, Self::Portrait];

    /// Returns the value in forms and addresses.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Landscape => "landscape",
            Self::Portrait => "portrait",
        }
    }

    /// Parses [`as_str`](Self::as_str).
    pub(crate) fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.as_str() == value)
    }

    /// Returns what staff call the picture.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Landscape => "Liggande bild",
            Self::Portrait => "Stående bild",
        }
    }

    /// Returns what the picture is called in the middle of a sentence.
    pub(super) const fn the_picture(self) -> &'static str {
        match self {
            Self::Landscape => "den liggande bilden",
            Self::Portrait => "den stående bilden",
        }
    }
}
