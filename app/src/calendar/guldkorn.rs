//! A guldkorn behind an open door.

use crate::media::Picture;
use crate::posts::{GuldkornForm, Language};

/// A public guldkorn, as its card shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guldkorn {
    /// Last part of the post's address.
    pub slug: String,
    /// Title of the post.
    pub title: String,
    /// Language in which it is written.
    pub language: Language,
    /// Form in which it is told.
    pub form: GuldkornForm,
    /// The quotation, in a quote; otherwise mostly empty.
    pub quote: String,
    /// Who said or told it; may be empty.
    pub source: String,
    /// A sentence or two of it.
    pub teaser: String,
    /// The text as HTML.
    pub body_html: String,
    /// Its picture, if it has one.
    pub picture: Option<Picture>,
    /// Whether it is about something that may put a reader at risk.
    pub sensitive: bool,
    /// Whether whom it tells of lets it be passed on in social media.
    pub may_be_shared: bool,
    /// Whether whom it tells of lets it be shown on other sites and on screens.
    pub may_be_embedded: bool,
}

impl Guldkorn {
    /// Whether it is offered to be passed on.
    pub const fn is_shareable(&self) -> bool {
        !self.sensitive && self.may_be_shared
    }

    /// Whether it is shown in frames and on screens.
    pub const fn is_embeddable(&self) -> bool {
        !self.sensitive && self.may_be_embedded
    }
}
