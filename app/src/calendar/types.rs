//! What pages of the calendar are sent. Of a closed door it holds the number, the state and when it opens, and nothing
//! else.

use serde::{Deserialize, Serialize};

use super::door_state::DoorState;
use super::moment::Moment;
use super::own_picture::OwnPicture;
use super::scene_kind::SceneKind;

/// Number of windows in a quarter of the town; a longer edition has several quarters.
pub const QUARTER: u16 = 24;

/// An edition with its doors, at one instant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionView {
    /// Last part of its address.
    pub slug: String,
    /// Heading of its page.
    pub title: String,
    /// HTML of its title and its own line for this time, as they stand on its own page.
    pub heading_html: String,
    /// What of the page changes by itself.
    pub moment: Moment,
    /// The picture in which its doors are shown.
    pub scene: SceneKind,
    /// That picture, where it is the edition's own; none where there is no such picture yet.
    pub own_picture: Option<OwnPicture>,
    /// Its doors, in day order.
    pub doors: Vec<DoorView>,
    /// HTML below the doors of its own page: the text that presents the calendar, links to other editions and to reminders.
    /// Empty on the start page.
    pub footer_html: String,
}

/// A door of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorView {
    /// Number of the door, from 1.
    pub day: u16,
    /// Its window in the scene, from 0.
    pub window: u16,
    /// Whether it can be opened.
    pub state: DoorState,
    /// For example "öppen" or "öppnas lördag 12 december".
    pub state_text: String,
    /// Title of the post behind it; only of open doors.
    pub title: Option<String>,
    /// The language of the title, unless it is Swedish.
    pub lang: Option<String>,
}

/// What a link to an edition needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionLink {
    /// Last part of its address.
    pub slug: String,
    /// Text of the link.
    pub title: String,
}

/// The states of an edition's doors, by which an open page is brought up to date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorStates {
    /// State and state text of each door, in day order.
    pub doors: Vec<(DoorState, String)>,
    /// What the page says of the season, which changes by itself.
    pub moment: Moment,
    /// Milliseconds until the next door opens or the day ends, by the server's clock.
    pub next_change_in: i64,
}

/// A door's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorContent {
    /// The edition that has the door.
    pub edition: EditionLink,
    /// Number of the door.
    pub day: u16,
    /// Whether it is open.
    pub is_open: bool,
    /// HTML of the guldkorn with links to the open doors before and after it, or of when the door opens.
    pub card_html: String,
    /// HTML of the text that presents the calendar; empty for a closed door.
    pub about_html: String,
    /// Whether the page offers to share the door.
    pub may_share: bool,
}
