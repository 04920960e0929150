//! What of an edition's page changes by itself as time passes, beside the states of its doors.

use serde::{Deserialize, Serialize};

/// The texts and the HTML of an edition's page at one instant, one for each [`Part`]. They are kept as a list, so that the
/// client holds one way to show them and to bring them up to date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(Vec<String>);

/// A part of a [`Moment`].
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// The light of the scene: "before", "during", "finale" or "after".
    Light,
    /// HTML above the doors: the day, the link to today's guldkorn, how many doors are open.
    Head,
    /// HTML of the picture of a quarter of the town, counted from 0; empty in a grid.
    Picture(usize),
}

impl Moment {
    /// Returns what is shown at an instant, with the picture of each quarter.
    #[cfg(feature = "ssr")]
    pub(super) fn new(light: &str, head_html: String, pictures: Vec<String>) -> Self {
        let mut parts = vec![light.to_owned(), head_html];
        parts.extend(pictures);
        Self(parts)
    }

    /// Returns a part; empty where there is none.
    pub fn get(&self, part: Part) -> String {
        let index = match part {
            Part::Light => 0,
            Part::Head => 1,
            Part::Picture(quarter) => 2 + quarter,
        };
        self.0.get(index).cloned().unwrap_or_default()
    }
}
