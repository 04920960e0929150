//! The pictures in which an edition's doors can be shown: the one list of them, with all their words.

use serde::{Deserialize, Serialize};

/// The picture in which an edition's doors are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum SceneKind {
    /// A town whose windows light up.
    #[default]
    Town,
    /// A plain grid, always in day order.
    Grid,
    /// A picture of the edition's own, on which somebody has placed the doors.
    Picture,
    /// A path through the seasons, whose lanterns light up.
    Path,
}

impl SceneKind {
    /// All of them, in the order in which staff choose.
    pub(crate) const ALL: [Self; 4] = [Self::Town, Self::Path, Self::Grid, Self::Picture];

    /// Returns the value in forms and in the database.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::Grid => "grid",
            Self::Picture => "picture",
            Self::Path => "path",
        }
    }

    /// Parses [`as_str`](Self::as_str); anything else is the town.
    pub(crate) fn parse(value: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.as_str() == value).unwrap_or_default()
    }

    /// Returns what staff call it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Town => "Staden",
            Self::Grid => "Rutnät",
            Self::Picture => "Egen bild",
            Self::Path => "Stigen",
        }
    }

    /// Returns what it is, after its name where staff choose.
    pub(crate) const fn about(self) -> &'static str {
        match self {
            Self::Town => "husens fönster tänds dag för dag",
            Self::Grid => "alltid i ordning",
            Self::Path => "lyktor tänds längs en stig genom årstiderna, alltid i ordning",
            Self::Picture => "luckorna läggs ut på en bild ur biblioteket",
        }
    }

    /// Returns the text of the link that leads readers from the list of doors to it.
    pub(super) const fn link_text(self) -> &'static str {
        match self {
            Self::Town => "Visa staden",
            Self::Grid => "Visa som rutor",
            Self::Picture => "Visa bilden",
            Self::Path => "Visa stigen",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scene_is_read_back() {
        for kind in SceneKind::ALL {
            assert_eq!(SceneKind::parse(kind.as_str()), kind);
        }
        assert_eq!(SceneKind::parse("annat"), SceneKind::Town);
    }
}
