//! A guldkorn behind an open door.

use crate::media::Picture;
use crate::posts::GuldkornForm;

/// A guldkorn, public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guldkorn {
    /// The last part of its own address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// How it is told.
    pub form: GuldkornForm,
    /// The quotation, for a quote.
    pub quote: String,
    /// Who said or told it.
    pub source: String,
    /// The text, rendered.
    pub body_html: String,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Whether it speaks of something that may put a reader at risk.
    pub sensitive: bool,
}
