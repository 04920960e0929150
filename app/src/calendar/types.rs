//! What pages of the calendar get to know. Nothing here tells more of a closed door than its number, its state
//! and when it opens.

use serde::{Deserialize, Serialize};

use super::door::DoorState;
use crate::media::Picture;
use crate::safety::HelpNumber;

/// How an edition looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SceneKind {
    /// The town that lights up.
    Town,
    /// A plain grid.
    Grid,
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
    /// The block that presents the calendar, rendered.
    pub introduction_html: String,
    /// How it looks.
    pub scene: SceneKind,
    /// Its doors, in day order.
    pub doors: Vec<DoorView>,
    /// The other editions that the public may see, newest first.
    pub others: Vec<EditionLink>,
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
pub enum DoorContent {
    /// The door is open.
    Open(Box<OpenDoor>),
    /// It is not.
    Closed(ClosedDoor),
}

/// A closed door: everything that is public of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedDoor {
    /// The edition it belongs to.
    pub edition: EditionLink,
    /// Its number.
    pub day: u16,
    /// "måndag 7 december kl. 00.00"
    pub opens: String,
    /// "om 3 dagar"
    pub left: String,
}

/// An open door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenDoor {
    /// The edition it belongs to.
    pub edition: EditionLink,
    /// The block that presents the calendar, rendered.
    pub introduction_html: String,
    /// Its number.
    pub day: u16,
    /// "måndag 7 december"
    pub date: String,
    /// What hangs there; nobody may have written it.
    pub nugget: Option<Nugget>,
    /// The open door before.
    pub previous: Option<u16>,
    /// The open door after.
    pub next: Option<u16>,
    /// Whom to call, under a sensitive text.
    pub help: Vec<HelpNumber>,
}

/// How a guldkorn is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NuggetForm {
    /// A quotation with its source.
    Quote,
    /// A story.
    Story,
    /// A thought.
    Thought,
    /// A picture with some words.
    Photo,
}

impl NuggetForm {
    /// As written in the database and in the page: `data-form`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Story => "story",
            Self::Thought => "thought",
            Self::Photo => "photo",
        }
    }

    /// Reads [`as_str`](Self::as_str) back.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Quote, Self::Story, Self::Thought, Self::Photo].into_iter().find(|form| form.as_str() == text)
    }
}

/// A guldkorn, public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nugget {
    /// The last part of its own address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// How it is told.
    pub form: NuggetForm,
    /// The quotation, for a quote.
    pub quote: String,
    /// Who said or told it.
    pub source: String,
    /// The text, rendered.
    pub body_html: String,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Whether it speaks of something that may put a reader at risk.
    pub sensitive: bool,
}
