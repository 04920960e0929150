//! Voices from the project: short extracts, each with a longer story of its own.

mod pages;
pub mod store;
mod views;

pub(crate) use pages::{list_page, voice_page};
pub(crate) use views::Extract;

/// A voice's extract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceExtract {
    /// The last part of its story's address.
    pub slug: String,
    /// The story's title.
    pub title: String,
    /// A sentence or two of it.
    pub extract: String,
    /// Whose voice it is: "deltagare, 41 år".
    pub source: String,
}
