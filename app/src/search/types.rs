//! What the results page gets to know.

use super::marked::Marked;
use crate::posts::PostKind;

/// Something public that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// What it is.
    pub(super) kind: PostKind,
    /// The last part of its address.
    pub(super) slug: String,
    /// Its title.
    pub(super) title: Marked,
    /// The day it became public: "7 december 2026", and the same as yyyy-mm-dd.
    pub(super) date: (String, String),
    /// What stands around the hit; nothing of a sensitive text.
    pub(super) extract: Option<Marked>,
    /// Its subjects, if the hit is among them.
    pub(super) tags: Option<Marked>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The hits of one page, best first.
    pub(super) hits: Vec<Hit>,
    /// How many there are on all pages.
    pub(super) count: u32,
    /// Which page, from 1.
    pub(super) page: u32,
    /// How many pages there are, at least 1.
    pub(super) pages: u32,
}

/// How the words of titles helped somebody who misspelt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Help {
    /// It was not needed, or there was none.
    None,
    /// Nothing was found; the hits are those for other words.
    Corrected(String),
    /// Little was found; other words find more.
    Suggested(String),
}
