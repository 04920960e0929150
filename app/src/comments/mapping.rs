//! Where the words that a comment is about stand after the text was changed: there, or nowhere for sure. Never a guess.
//!
//! The difference between the two texts says where untouched words went. Words that were touched, or moved, are found again
//! only if they stand exactly once with the same words around them, and did so before; later a passage that comes back is
//! found in the same way. Where two places could be meant, none is, from then on.

use super::passages::{Passages, Place};
use crate::posts::diff::{Kind, Piece};

/// What became of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub(crate) enum AnchorState {
    /// The comment is about the whole text.
    Whole,
    /// They stand in the text.
    There,
    /// They were changed.
    Changed,
    /// They were taken out, and their paragraph too.
    Gone,
    /// They stand in the text, but nobody can say at which of several places.
    Doubtful,
}

/// The words that a comment is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub(crate) state: AnchorState,
    /// The words; empty for the whole text.
    pub(crate) quote: String,
    /// What stood before and after them in their paragraph when they were last there.
    pub(super) before: String,
    pub(super) after: String,
    /// Where they stand, if they are there.
    pub(crate) place: Option<Place>,
}

impl Anchor {
    /// Returns the anchor of a comment on the whole text.
    pub(super) const fn whole() -> Self {
        Self {
            state: AnchorState::Whole,
            quote: String::new(),
            before: String::new(),
            after: String::new(),
            place: None,
        }
    }

    /// Returns the anchor of words at a place of a text; none when no words stand there.
    pub(super) fn at(text: &Passages, place: Place) -> Option<Self> {
        let at = text.position_of(place)?;
        let quote = text.text().get(at..at + (place.end - place.start))?.to_owned();
        let (before, after) = text.context(at, quote.len());
        Some(Self { state: AnchorState::There, quote, before, after, place: Some(place) })
    }

    /// Follows the words from one text to the next. `difference` is that between the two.
    pub(super) fn follow(self, old: &Passages, new: &Passages, difference: &[Piece]) -> Self {
        let found = match (self.state, self.place) {
            (AnchorState::Whole | AnchorState::Doubtful, _) => return self,
            (AnchorState::There, Some(place)) => self.moved(old, new, difference, place),
            _ => self.found_again(new),
        };
        match found {
            Ok(at) => Self::at(new, new.place_of(at, self.quote.len())).unwrap_or(self),
            Err(state) => Self { state, place: None, ..self },
        }
    }

    /// Finds words that stood at a place of the old text in the new one.
    fn moved(
        &self,
        old: &Passages,
        new: &Passages,
        difference: &[Piece],
        place: Place,
    ) -> Result<usize, AnchorState> {
        let Some(was) = old
            .position_of(place)
            .filter(|at| old.text().get(*at..).is_some_and(|rest| rest.starts_with(&self.quote)))
        else {
            return self.found_again(new);
        };
        let (like_before, like_now) = (self.alike(old), self.alike(new));
        let is_only_one = like_before == [was];
        if let Some(now) = self.untouched(new, difference, was) {
            let (all_before, all_now) = (old.occurrences(&self.quote), new.occurrences(&self.quote));
            let nth = |all: &[usize], at| all.iter().position(|other| *other == at);
            let none_came_or_went =
                all_before.len() == all_now.len() && nth(&all_before, was) == nth(&all_now, now);
            let is_still_only_one = is_only_one && like_now == [now];
            return if none_came_or_went || is_still_only_one { Ok(now) } else { Err(AnchorState::Doubtful) };
        }
        match like_now.as_slice() {
            [now] if is_only_one => Ok(*now),
            [] => Err(remains(old, difference, was)),
            _ => Err(AnchorState::Doubtful),
        }
    }

    /// Returns where the words stand in the new text, if nothing within them was changed. Signs at their ends are looked at
    /// in the text itself: of two full stops the difference may keep either.
    fn untouched(&self, new: &Passages, difference: &[Piece], was: usize) -> Option<usize> {
        let from_word = self.quote.trim_start_matches(|c: char| !c.is_alphanumeric());
        let lead = self.quote.len() - from_word.len();
        let words = from_word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let now = untouched(difference, was + lead, words.len())?.checked_sub(lead)?;
        new.text().get(now..)?.starts_with(&self.quote).then_some(now)
    }

    /// Finds words again that were not in the text before.
    fn found_again(&self, new: &Passages) -> Result<usize, AnchorState> {
        match self.alike(new).as_slice() {
            [now] => Ok(*now),
            [] if self.state == AnchorState::There => Err(AnchorState::Changed),
            [] => Err(self.state),
            _ => Err(AnchorState::Doubtful),
        }
    }

    /// Returns where the same words stand with the same words around them.
    fn alike(&self, text: &Passages) -> Vec<usize> {
        let is_alike =
            |at: &usize| text.context(*at, self.quote.len()) == (self.before.clone(), self.after.clone());
        text.occurrences(&self.quote).into_iter().filter(is_alike).collect()
    }
}

/// Returns where a stretch of the old text stands in the new one; none when something within it was changed.
fn untouched(difference: &[Piece], at: usize, length: usize) -> Option<usize> {
    let (mut old, mut new) = (0, 0);
    for piece in difference {
        let size = piece.text.len();
        match piece.kind {
            Kind::Same if old <= at && at + length <= old + size => return Some(new + (at - old)),
            Kind::Same => (old, new) = (old + size, new + size),
            Kind::Removed => old += size,
            Kind::Added => new += size,
        }
    }
    None
}

/// Says what became of touched words: whether something of their paragraph is left, or stands in its place.
fn remains(old: &Passages, difference: &[Piece], at: usize) -> AnchorState {
    let (start, end) = old.paragraph_around(at);
    let mut position = 0;
    let mut is_something_left = false;
    for piece in difference {
        let size = piece.text.len();
        let has_words = |text: &str| text.contains(char::is_alphanumeric);
        match piece.kind {
            Kind::Added => is_something_left |= (start..=end).contains(&position) && has_words(&piece.text),
            Kind::Same => {
                let (from, to) =
                    (start.clamp(position, position + size), end.clamp(position, position + size));
                is_something_left |= has_words(&old.text()[from..to]);
                position += size;
            }
            Kind::Removed => position += size,
        }
    }
    if is_something_left { AnchorState::Changed } else { AnchorState::Gone }
}

#[cfg(test)]
#[path = "mapping_tests.rs"]
mod tests;
