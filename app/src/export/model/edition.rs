//! Editions of the calendar, with their doors.

use serde::{Deserialize, Serialize};

use super::{EditionUid, Instant, PictureId, PostUid};
use crate::calendar::own_picture::Layout;
use crate::calendar::{DoorOrder, EditionState, SceneKind};
use crate::media::crop::Share;

/// An edition of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its id on every site.
    pub uid: EditionUid,
    /// The last part of its address, unique within the export.
    pub slug: String,
    /// Whether readers can find it.
    pub state: EditionState,
    /// Heading of its page.
    pub title: String,
    /// One line below the heading while doors open day by day; may be empty.
    pub lead: String,
    /// The line before the first door opens; may be empty.
    pub lead_before: String,
    /// The line on the last day; may be empty.
    pub lead_last: String,
    /// The line when the last day has passed; may be empty.
    pub lead_after: String,
    /// The text that presents the calendar, in Markdown; may be empty.
    pub introduction: String,
    /// The first day, as yyyy-mm-dd in the edition's time zone.
    pub first_day: String,
    /// How many days it has, each with a door.
    pub days: u16,
    /// The time of day at which doors open, as hh:mm in the edition's time zone.
    pub opens_at: String,
    /// A name of the IANA time-zone database.
    pub time_zone: String,
    /// When calendar programs remind of a door, as hh:mm.
    pub reminds_at: String,
    /// Whether readers may see how often its texts were read. Programs that had no such page wrote nothing.
    #[serde(default)]
    pub shows_reads: bool,
    /// The picture in which its doors are shown.
    pub scene: SceneKind,
    /// Whether doors stand in the order of their days.
    pub door_order: DoorOrder,
    /// Decides a shuffled order.
    pub seed: i64,
    /// The days that its editor has chosen as the best, in that order: "3, 13, 24"; may be empty.
    pub best_doors: String,
    /// How many times its dates and times have changed, which programs that subscribe to it must not see fall.
    pub reschedulings: u32,
    /// When they last did.
    pub rescheduled_at: Option<Instant>,
    /// Addresses that it has had, in alphabetical order.
    pub former_slugs: Vec<String>,
    /// Its doors that have a name or a post, in the order of their days.
    pub doors: Vec<Door>,
    /// The pictures of its own for its scene, landscape first; also while it has another scene. Programs that knew none
    /// wrote none.
    #[serde(default)]
    pub scene_pictures: Vec<ScenePicture>,
    /// Its reserves. Programs that knew none wrote none.
    #[serde(default)]
    pub reserves: Reserves,
}

/// A picture on which an edition has its doors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenePicture {
    /// The screens that it is for.
    pub layout: Layout,
    /// The picture.
    pub picture: PictureId,
    /// Its doors, in the order of their days.
    pub doors: Vec<ScenePlace>,
}

/// Where a door is on a picture, in fractions of the uncropped original's width and height.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenePlace {
    /// Number of the door, from 1.
    pub day: u16,
    /// Its left edge.
    pub x: Share,
    /// Its upper edge.
    pub y: Share,
    /// Its width.
    pub width: Share,
    /// Its height.
    pub height: Share,
}

/// The posts that fill doors which would open without one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reserves {
    /// Whether doors are filled.
    pub is_on: bool,
    /// The posts in the order in which they are taken, as far as nobody has changed them since they were chosen.
    pub posts: Vec<PostUid>,
}

/// A door that has a name or a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Door {
    /// Number of the door, from 1.
    pub day: u16,
    /// What the day is called, such as "Lucia"; may be empty.
    pub label: String,
    /// The post that hangs on it. No post hangs on two doors.
    pub post: Option<PostUid>,
}
