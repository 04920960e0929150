//! What pages of the calendar get to know. Nothing here tells more of a closed door than its number, its state
//! and when it opens.

use serde::{Deserialize, Serialize};

use super::door::DoorState;

/// How many windows a quarter of the town has; a longer edition has more quarters.
pub const QUARTER: u16 = 24;

/// How an edition looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SceneKind {
    /// The town that lights up.
    Town,
    /// A plain grid, always in day order.
    Grid,
}

#[cfg(feature = "ssr")]
impl SceneKind {
    /// As written in the database and in forms.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::Grid => "grid",
        }
    }

    /// Reads [`as_str`](Self::as_str) back; the town for anything else.
    pub(super) fn parse(word: &str) -> Self {
        if word == Self::Grid.as_str() { Self::Grid } else { Self::Town }
    }
}

/// An edition with its doors, as it is at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionView {
    /// The last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// One line for the head of its page.
    pub lead: String,
    /// How it stands: "Sju fönster lyser. Nästa lucka öppnas tisdag 8 december."
    pub standing: String,
    /// How it looks.
    pub scene: SceneKind,
    /// Its doors, in day order.
    pub doors: Vec<DoorView>,
    /// What stands under the doors: other editions, and the block that presents the calendar; finished.
    pub more_html: String,
}

/// A door in an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorView {
    /// Its number, from 1.
    pub day: u16,
    /// Its window in the scene, from 0.
    pub window: u16,
    /// Whether it can be opened.
    pub state: DoorState,
    /// Its state in words: "öppen", "öppnas lördag 12 december".
    pub words: String,
    /// The title of what hangs there, once open.
    pub title: Option<String>,
    /// The language of the title, unless it is Swedish.
    pub lang: Option<String>,
}

impl DoorView {
    /// What a screen reader says: "Lucka 12, öppnas lördag 12 december".
    pub fn name(&self) -> String {
        format!("Lucka {}, {}", self.day, self.words)
    }
}

/// A link to an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionLink {
    /// The last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
}

/// How the doors stand: the answer to a page that has been open for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// State of each door and the words for it, in day order.
    pub doors: Vec<(DoorState, String)>,
    /// How the edition stands.
    pub standing: String,
    /// Milliseconds until the next door opens or the day changes, by the server's clock.
    pub next_in: i64,
}

/// What is behind a door's address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorContent {
    /// The edition it belongs to.
    pub edition: EditionLink,
    /// Its number.
    pub day: u16,
    /// Whether it is open.
    pub is_open: bool,
    /// Its guldkorn, or when it opens; finished.
    pub card_html: String,
    /// The block that presents the calendar, under an open door; finished.
    pub about_html: String,
    /// Whether a visitor may be invited to pass it on.
    pub may_share: bool,
    /// The open door before.
    pub previous: Option<u16>,
    /// The open door after.
    pub next: Option<u16>,
}
