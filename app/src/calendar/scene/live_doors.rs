//! The doors of an edition on an open page, kept up to date.

use leptos::prelude::*;

use super::poller::Poller;
use crate::calendar::moment::{Moment, Part};
use crate::calendar::types::{DoorStates, DoorView, EditionView};
use crate::paths;

/// An edition's doors in their present states.
#[derive(Clone, Copy)]
pub struct LiveDoors {
    slug: StoredValue<String>,
    doors: RwSignal<Vec<DoorView>>,
    moment: RwSignal<Moment>,
}

impl LiveDoors {
    /// Returns an edition's doors, and polls the server for their states for as long as the page is shown.
    pub fn poll(edition: &EditionView) -> Self {
        let doors = Self {
            slug: StoredValue::new(edition.slug.clone()),
            doors: RwSignal::new(edition.doors.clone()),
            moment: RwSignal::new(edition.moment.clone()),
        };
        Effect::new(move || Poller::start(doors));
        doors
    }

    /// Returns the numbers of the doors.
    pub fn days(self) -> Vec<u16> {
        self.doors.with_untracked(|doors| doors.iter().map(|door| door.day).collect())
    }

    /// Returns a door's window in the scene, from 0.
    pub fn window(self, day: u16) -> u16 {
        self.doors.with_untracked(|doors| find(doors, day).window)
    }

    /// Returns a door in its present state.
    pub fn door(self, day: u16) -> DoorView {
        self.doors.with(|doors| find(doors, day).clone())
    }

    /// Returns what a part of the page is at the present moment.
    pub fn part(self, part: Part) -> impl Fn() -> String + Copy {
        move || self.moment.with(|moment| moment.get(part))
    }

    /// Returns the last part of the edition's address.
    pub fn slug(self) -> String {
        self.slug.get_value()
    }

    /// Returns the path of a door's page.
    pub fn path(self, day: u16) -> String {
        self.slug.with_value(|slug| paths::door(slug, day))
    }

    /// Takes over states from the server. What has not changed is not drawn again.
    pub(super) fn update(self, states: DoorStates) {
        let DoorStates { doors: states, moment, .. } = states;
        let has_changed = self.doors.with_untracked(|doors| {
            let mut pairs = doors.iter().zip(&states);
            pairs.any(|(door, (state, text))| door.state != *state || door.state_text != *text)
        });
        if has_changed {
            self.doors.update(|doors| {
                for (door, (state, text)) in doors.iter_mut().zip(states) {
                    door.state = state;
                    door.state_text = text;
                }
            });
        }
        if self.moment.with_untracked(|before| *before != moment) {
            self.moment.set(moment);
        }
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "days are numbered from 1 without gaps, and only known days are asked for"
)]
fn find(doors: &[DoorView], day: u16) -> &DoorView {
    &doors[usize::from(day) - 1]
}
