//! What is drawn beside a post that has no picture, so that no post in a list is without a face.

use super::store::TeaserRow;
use crate::calendar::{Edition, Facade};
use crate::markdown::{beginning, quotation};
use crate::posts::tags::Drawing;
use crate::posts::{GuldkornForm, choose_by_slug};

/// The longest quotation on a panel, in characters.
const LONGEST_QUOTE: usize = 80;

/// A drawn panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panel {
    /// The beginning of a quotation, set large.
    Quote(String),
    /// The day of a door in a window of its house.
    Day(u16, Facade),
    /// The drawing of a subject.
    Drawing(Drawing),
}

impl Panel {
    /// Chooses the panel of a post. One of a sensitive post says nothing of what it is about.
    pub(super) fn of_post(post: &TeaserRow, editions: &[Edition], drawings: &[Drawing]) -> Self {
        if post.sensitive {
            return Self::Drawing(Drawing::neutral(&post.slug));
        }
        if post.form == Some(GuldkornForm::Quote) && !post.quote.is_empty() {
            return Self::Quote(beginning(&quotation(&post.quote), LONGEST_QUOTE));
        }
        // A post has its tags in no order of its own; its slug picks one, so that related posts do not all look alike.
        let subject = choose_by_slug(drawings, &post.slug).copied();
        // What a thought is about says more than its day.
        match subject.filter(|_| post.form == Some(GuldkornForm::Thought)) {
            Some(drawing) => Self::Drawing(drawing),
            None => match day(post, editions) {
                Some((day, facade)) => Self::Day(day, facade),
                None => Self::Drawing(subject.unwrap_or_else(|| Drawing::of_slug(&post.slug))),
            },
        }
    }

    /// Returns whether the panel shows what a text begins with.
    pub(super) fn shows(&self, text: &str) -> bool {
        matches!(self, Self::Quote(words) if text.starts_with(words.trim_end_matches(" …")))
    }
}

/// Returns the day of a post's door and the façade of its house.
fn day(post: &TeaserRow, editions: &[Edition]) -> Option<(u16, Facade)> {
    let (edition, day) = post.door()?;
    let edition = editions.iter().find(|public| public.slug == edition)?;
    let window = *edition.windows().get(usize::from(day.checked_sub(1)?))?;
    Some((day, Facade::of_window(window)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_on_the_panel_or_in_the_teaser() {
        let quote = Panel::Quote("Ett ord om mod …".into());
        assert!(quote.shows("Ett ord om mod kan räcka långt."));
        assert!(!quote.shows("Ibland räcker ett ord."));
        assert!(!Panel::Drawing(Drawing::of_slug("mod")).shows(""));
    }
}
