//! A guldkorn.

use crate::media::Picture;

/// How a guldkorn is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GuldkornForm {
    /// A quotation with its source.
    Quote,
    /// A story.
    Story,
    /// A thought.
    Thought,
    /// A picture with some words.
    Photo,
}

impl GuldkornForm {
    /// As written in the database and in the page: `data-form`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Story => "story",
            Self::Thought => "thought",
            Self::Photo => "photo",
        }
    }

    /// Reads [`as_str`](Self::as_str) back.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Quote, Self::Story, Self::Thought, Self::Photo].into_iter().find(|form| form.as_str() == text)
    }
}

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
