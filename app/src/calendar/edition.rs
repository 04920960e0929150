//! An edition: a dated series of doors.

use jiff::Timestamp;

use super::best_doors::BestDoors;
use super::door_order::{DoorOrder, ShuffleSeed};
use super::door_state::DoorState;
use super::facade::Facade;
use super::light::Light;
use super::reminder::ReminderTime;
use super::scene_kind::SceneKind;
use super::schedule::Schedule;
use super::shuffle;
use crate::ids::EditionId;
use crate::time::UnixMillis;

/// A published edition, as readers get it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Edition {
    /// Id of its row.
    pub id: EditionId,
    /// Last part of its address.
    pub slug: String,
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
    /// The text that presents the calendar, as HTML; may be empty.
    pub introduction_html: String,
    /// When its doors open.
    #[sqlx(flatten)]
    pub schedule: Schedule,
    /// What its editor has chosen as its best.
    #[sqlx(try_from = "String")]
    pub best_doors: BestDoors,
    /// The picture in which its doors are shown.
    pub scene: SceneKind,
    /// How days are assigned to the windows of the scene.
    #[sqlx(rename = "door_order")]
    pub order: DoorOrder,
    /// Decides a shuffled order.
    pub seed: ShuffleSeed,
    /// When calendar programs remind of its doors.
    pub reminds_at: ReminderTime,
    /// Whether readers may see how often its texts were read.
    pub shows_reads: bool,
    /// How many times its dates and times have changed.
    pub reschedulings: u32,
    /// When they last did; `None` when they never have.
    pub rescheduled_at: Option<UnixMillis>,
}

/// Whether readers can find an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum EditionState {
    /// Only staff see it, and none of its doors is ever open.
    Draft,
    /// Readers see it.
    Published,
}

impl EditionState {
    /// Returns the value in forms and in the database.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }

    /// Parses [`as_str`](Self::as_str); anything else is a draft.
    pub(crate) fn parse(value: &str) -> Self {
        if value == Self::Published.as_str() { Self::Published } else { Self::Draft }
    }
}

/// The contents of an edition that is to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEdition {
    /// Last part of its address: lower-case letters, digits and hyphens.
    pub slug: String,
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
    /// When its doors open.
    pub schedule: Schedule,
    /// What its editor has chosen as its best.
    pub best_doors: BestDoors,
    /// The picture in which its doors are shown.
    pub scene: SceneKind,
    /// How days are assigned to the windows of the scene.
    pub order: DoorOrder,
    /// Decides a shuffled order; stored also when the order is fixed, so that shuffling again gives the same one.
    pub seed: ShuffleSeed,
    /// When calendar programs remind of its doors.
    pub reminds_at: ReminderTime,
    /// Whether readers may see how often its texts were read.
    pub shows_reads: bool,
    /// Whether readers can find it.
    pub state: EditionState,
}

impl NewEdition {
    /// Returns a draft in the town, with its doors in order and no texts but the title.
    pub fn draft(slug: impl Into<String>, title: impl Into<String>, schedule: Schedule) -> Self {
        Self {
            slug: slug.into(),
            title: title.into(),
            lead: String::new(),
            lead_before: String::new(),
            lead_last: String::new(),
            lead_after: String::new(),
            introduction: String::new(),
            schedule,
            best_doors: BestDoors::default(),
            scene: SceneKind::Town,
            order: DoorOrder::Fixed,
            seed: ShuffleSeed::default(),
            reminds_at: ReminderTime::default(),
            shows_reads: false,
            state: EditionState::Draft,
        }
    }
}

impl Edition {
    /// Returns the windows of the days in day order, counted from 0.
    pub fn windows(&self) -> Vec<u16> {
        match self.order {
            DoorOrder::Fixed => (0..self.schedule.days()).collect(),
            DoorOrder::Shuffled => shuffle::windows(self.schedule.days(), self.seed),
        }
    }

    /// Returns the façade of the house in which a day's window is.
    pub fn facade_of(&self, day: u16) -> Facade {
        let window = self.windows().get(usize::from(day).saturating_sub(1)).copied();
        window.map_or_else(Facade::default, Facade::of_window)
    }

    /// Returns the edition's own line for an instant; may be empty.
    pub(super) fn lead_at(&self, now: Timestamp) -> &str {
        match Light::of(&self.schedule, now) {
            Light::Before => &self.lead_before,
            Light::During | Light::Finale => &self.lead,
            Light::After => &self.lead_after,
        }
    }

    /// Returns the door that opened today, while today lasts.
    pub(super) fn open_today(&self, now: Timestamp) -> Option<u16> {
        (1..=self.schedule.days()).find(|day| self.state_of(*day, now) == Some(DoorState::Today))
    }

    /// Returns the state of a door at an instant; `None` when the edition has no such day.
    pub fn state_of(&self, day: u16, now: Timestamp) -> Option<DoorState> {
        let date = self.schedule.date_of(day)?;
        Some(match self.schedule.is_open(day, now) {
            false => DoorState::Locked,
            true if date == self.schedule.today(now) => DoorState::Today,
            true => DoorState::Open,
        })
    }
}
