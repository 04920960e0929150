//! Which text lies on which day.

use std::collections::{BTreeMap, BTreeSet};

use super::BoardError;
use crate::posts::PostId;
use crate::posts::store::doors::Door;

/// The texts on the days of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arrangement {
    pub(super) days: BTreeMap<u16, Option<PostId>>,
}

/// What somebody saw on a day when they decided to change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) day: u16,
    /// The text that lay there; none: the day was empty.
    pub(crate) post: Option<PostId>,
}

/// A text that goes from one place to another; none: it has no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shift {
    pub(crate) post: PostId,
    pub(crate) from: Option<u16>,
    pub(crate) to: Option<u16>,
}

impl Arrangement {
    /// Reads it from the doors of an edition.
    pub(super) fn of(doors: &[Door]) -> Self {
        Self { days: doors.iter().map(|door| (door.day, door.post)).collect() }
    }

    /// Returns what lies on a day.
    pub(super) fn on(&self, day: u16) -> Result<Option<PostId>, BoardError> {
        self.days.get(&day).copied().ok_or(BoardError::NoDay)
    }

    /// Checks that days are as somebody saw them.
    pub(super) fn check(&self, seen: &[Seen]) -> Result<(), BoardError> {
        for Seen { day, post } in seen {
            if self.on(*day)? != *post {
                return Err(BoardError::Changed(*day));
            }
        }
        Ok(())
    }

    /// Returns the texts that lie elsewhere in another arrangement of the same days, in the order of the days that they
    /// come to; those that have no day any more come last.
    pub(super) fn shifts_to(&self, after: &Self) -> Vec<Shift> {
        let place = |arrangement: &Self| -> BTreeMap<PostId, u16> {
            arrangement.days.iter().filter_map(|(day, post)| Some(((*post)?, *day))).collect()
        };
        let (from, to) = (place(self), place(after));
        let posts: BTreeSet<_> = from.keys().chain(to.keys()).copied().collect();
        let mut shifts: Vec<_> = posts
            .into_iter()
            .map(|post| Shift { post, from: from.get(&post).copied(), to: to.get(&post).copied() })
            .filter(|shift| shift.from != shift.to)
            .collect();
        shifts.sort_by_key(|shift| (shift.to.is_none(), shift.to, shift.post));
        shifts
    }
}
