//! An edition: a dated series of doors.

use jiff::Timestamp;

use super::door::DoorState;
use super::opening::Schedule;
use super::order;
use super::types::SceneKind;

/// An edition that the public may see.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The database's number.
    pub id: i64,
    /// The last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// One line for the head of its page.
    pub lead: String,
    /// The block that presents the calendar, rendered.
    pub introduction_html: String,
    /// When its doors open.
    pub schedule: Schedule,
    /// How it looks.
    pub scene: SceneKind,
    /// Which window a day gets.
    pub order: DoorOrder,
}

/// Which window of the scene a day gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoorOrder {
    /// Day 1 in the first window, and so on.
    Fixed,
    /// In the order that a seed chooses.
    Shuffled(u64),
}

/// Whether the public knows of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditionState {
    /// It does not exist for the public.
    Draft,
    /// It does.
    Published,
}

/// An edition as it is written.
#[derive(Debug, Clone)]
pub struct NewEdition {
    /// The last part of its address: lower-case letters, digits and hyphens.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// One line for the head of its page.
    pub lead: String,
    /// The block that presents the calendar, in Markdown.
    pub introduction: String,
    /// The first day, as yyyy-mm-dd.
    pub first_day: String,
    /// How many days.
    pub days: i64,
    /// The time of day at which a door opens, as hh:mm.
    pub opens_at: String,
    /// A name of the IANA time-zone database.
    pub time_zone: String,
    /// How it looks.
    pub scene: SceneKind,
    /// Which window a day gets.
    pub order: DoorOrder,
    /// Whether the public knows of it.
    pub state: EditionState,
}

impl Edition {
    /// The windows of the days, counted from 0.
    pub fn windows(&self) -> Vec<u16> {
        match self.order {
            DoorOrder::Fixed => (0..self.schedule.days()).collect(),
            DoorOrder::Shuffled(seed) => order::shuffled(self.schedule.days(), seed),
        }
    }

    /// The state of a door, if the edition has it.
    pub fn state_of(&self, day: u16, now: Timestamp) -> Option<DoorState> {
        let date = self.schedule.date_of(day)?;
        Some(match self.schedule.is_open(day, now) {
            false => DoorState::Locked,
            true if date == self.schedule.today(now) => DoorState::Today,
            true => DoorState::Open,
        })
    }
}
