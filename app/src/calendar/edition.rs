//! An edition: a dated series of doors.

use crate::calendar::EditionId;
use jiff::Timestamp;

use super::door::DoorState;
use super::opening::Schedule;
use super::order;
use super::types::SceneKind;

/// An edition that the public may see.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The database's number.
    pub id: EditionId,
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

impl DoorOrder {
    /// As written in the database and in forms.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Shuffled(_) => "shuffled",
        }
    }

    /// Reads [`as_str`](Self::as_str) back; shuffled for anything else.
    pub(super) fn parse(word: &str, seed: u64) -> Self {
        if word == Self::Fixed.as_str() { Self::Fixed } else { Self::Shuffled(seed) }
    }

    /// Its seed; 0 where there is no choice.
    pub(super) const fn seed(self) -> u64 {
        match self {
            Self::Fixed => 0,
            Self::Shuffled(seed) => seed,
        }
    }
}

/// Whether the public knows of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditionState {
    /// It does not exist for the public.
    Draft,
    /// It does.
    Published,
}

impl EditionState {
    /// As written in the database and in forms.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }

    /// Reads [`as_str`](Self::as_str) back; a draft for anything else.
    pub(super) fn parse(word: &str) -> Self {
        if word == Self::Published.as_str() { Self::Published } else { Self::Draft }
    }
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
