//! A guldkorn behind an open door.

use crate::consent::Scope;
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
    /// Where whom it tells of lets it be shown.
    pub scope: Scope,
}

impl Guldkorn {
    /// Whether it is offered to be passed on.
    pub const fn is_shareable(&self) -> bool {
        !self.sensitive && self.scope.in_social_media
    }

    /// Whether it is shown in frames and on screens.
    pub const fn is_embeddable(&self) -> bool {
        !self.sensitive && self.scope.in_embeds
    }
}
