//! What somebody wants done on the board, and where every text goes then.

use super::BoardError;
use super::arrangement::{Arrangement, Shift};
use crate::posts::PostId;

/// A change of an edition's days that somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Order {
    /// A text without a day goes on one.
    Put { post: PostId, day: u16, when_taken: WhenTaken },
    /// The text of a day goes to another.
    Move { from: u16, to: u16, when_taken: WhenTaken },
    /// The text of a day has no day any more.
    Clear { day: u16 },
    /// The text of a day has no day any more, and becomes the last reserve.
    Reserve { day: u16 },
    /// Texts without a day go on these empty days, in order, as far as the days suffice.
    Fill { posts: Vec<PostId>, days: Vec<u16> },
}

/// What happens to the text of a day on which another one comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhenTaken {
    /// Nothing is done before somebody has said which of the others it is to be.
    Ask,
    /// It gets the day from which the other one comes.
    Swap,
    /// It goes to the day after, and so on until a day is empty. What comes after the last day has no day any more.
    Push,
    /// It has no day any more.
    Aside,
    /// It has no day any more, and becomes a reserve.
    Reserve,
}

impl WhenTaken {
    /// Returns the word for it in forms.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Ask => "",
            Self::Swap => "byt",
            Self::Push => "skjut",
            Self::Aside => "undan",
            Self::Reserve => "reserv",
        }
    }

    /// Parses what [`as_str`](Self::as_str) returns; anything else asks.
    pub(crate) fn parse(word: &str) -> Self {
        [Self::Swap, Self::Push, Self::Aside, Self::Reserve]
            .into_iter()
            .find(|known| known.as_str() == word)
            .unwrap_or(Self::Ask)
    }
}

impl Order {
    /// Whether the text that gets no day by it becomes a reserve.
    pub(super) fn makes_reserve(&self) -> bool {
        matches!(
            self,
            Self::Reserve { .. }
                | Self::Put { when_taken: WhenTaken::Reserve, .. }
                | Self::Move { when_taken: WhenTaken::Reserve, .. }
        )
    }
}

impl Arrangement {
    /// Returns which texts go where when an order is carried out; never none.
    pub(super) fn shifts(&self, order: &Order) -> Result<Vec<Shift>, BoardError> {
        let mut after = self.clone();
        match order {
            Order::Put { post, day, when_taken } => after.insert(*post, None, *day, *when_taken)?,
            Order::Move { from, to, when_taken } => {
                let post = self.on(*from)?.ok_or(BoardError::Changed(*from))?;
                after.days.insert(*from, None);
                after.insert(post, Some(*from), *to, *when_taken)?;
            }
            Order::Clear { day } | Order::Reserve { day } => {
                after.days.insert(*day, None);
            }
            Order::Fill { posts, days } => {
                for (post, day) in posts.iter().zip(days) {
                    after.insert(*post, None, *day, WhenTaken::Ask)?;
                }
            }
        }
        let shifts = self.shifts_to(&after);
        if shifts.is_empty() { Err(BoardError::Nothing) } else { Ok(shifts) }
    }

    /// Puts a text that lies on no day on one.
    fn insert(
        &mut self,
        post: PostId,
        from: Option<u16>,
        day: u16,
        when_taken: WhenTaken,
    ) -> Result<(), BoardError> {
        // A form that names the same text twice would leave it on two days.
        if self.days.values().any(|there| *there == Some(post)) {
            return Err(BoardError::HasDay);
        }
        let other = self.on(day)?;
        match (when_taken, other) {
            (_, None) | (WhenTaken::Aside | WhenTaken::Reserve, Some(_)) => {}
            (WhenTaken::Ask, Some(_)) => return Err(BoardError::Taken(day)),
            (WhenTaken::Swap, Some(other)) => {
                if let Some(from) = from {
                    self.days.insert(from, Some(other));
                }
            }
            (WhenTaken::Push, Some(_)) => self.push_from(day),
        }
        self.days.insert(day, Some(post));
        Ok(())
    }

    /// Moves the text of a day, and those behind it, to the day after, up to the first empty day.
    fn push_from(&mut self, day: u16) {
        let mut carried = None;
        for place in self.days.range_mut(day..).map(|(_, place)| place) {
            std::mem::swap(place, &mut carried);
            if carried.is_none() {
                break;
            }
        }
    }
}
