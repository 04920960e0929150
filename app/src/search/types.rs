//! The results of a search as their page shows them.

use super::highlighted::Highlighted;
use crate::posts::{Language, PostKind};

/// A public post that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// Kind of the post.
    pub(super) kind: PostKind,
    /// Whether it is a rendition in plain words.
    pub(super) easy_read: bool,
    /// Slug of the post.
    pub(super) slug: String,
    /// Title of the post.
    pub(super) title: Highlighted,
    /// Language of title and text.
    pub(super) language: Language,
    /// The day on which the post became public: "7 december 2026", and the same as yyyy-mm-dd.
    pub(super) date: (String, String),
    /// The text around the words that were found; `None` if the post is sensitive.
    pub(super) extract: Option<Highlighted>,
    /// Tags of the post, if any of the words is among them.
    pub(super) tags: Option<Highlighted>,
}

/// A page of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ResultPage {
    /// The page's hits, best first.
    pub(super) hits: Vec<Hit>,
    /// How many hits there are on all pages.
    pub(super) count: u32,
    /// Which page, from 1.
    pub(super) page: u32,
    /// How many pages there are, at least 1.
    pub(super) pages: u32,
}

/// Help with spelling, from the words of titles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SpellingHelp {
    /// No help was needed, or there was none.
    None,
    /// Nothing was found; the hits are those of these words.
    Corrected(String),
    /// Little was found; these words find more.
    Suggested(String),
}
