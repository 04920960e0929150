//! A text as a form sends it.

use serde::{Deserialize, Serialize};

/// What stands in the fields of the form, as typed. Checkboxes are empty when they are not set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostForm {
    /// The title.
    pub title: String,
    /// The last part of the address, if somebody chose one by hand.
    pub slug: String,
    /// How a guldkorn is told.
    pub form: String,
    /// What somebody said.
    pub quote: String,
    /// Who said or told it.
    pub source: String,
    /// A sentence or two for lists.
    pub teaser: String,
    /// Who wrote it.
    pub author: String,
    /// The text, in Markdown.
    pub body: String,
    /// The lead picture's number.
    pub picture: String,
    /// Words for those who do not see the picture.
    pub picture_alt: String,
    /// Whether the picture tells nothing that needs words.
    pub picture_decorative: String,
    /// The words under the picture.
    pub picture_caption: String,
    /// Whether it speaks of something that may put a reader at risk.
    pub sensitive: String,
    /// Subjects by name, with commas between.
    pub tags: String,
    /// When it is to become public: local time of the site, as `2026-12-07T08:00`; empty for at once.
    pub publish_at: String,
}

/// The door that a form sends: what is chosen, and what was when the form was made, as `edition:day`; empty for none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DoorForm {
    /// Where the text is to hang.
    pub door: String,
    /// Where it hung.
    pub hung: String,
}
