//! Voices from the project: short extracts, each with a longer story of its own.

mod pages;
pub(crate) mod store;
mod views;
mod window;

use crate::posts::Language;

pub(crate) use pages::{list_page, voice_page};
pub(crate) use views::Extract;

/// An extract from a voice's story.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct VoiceExtract {
    /// Slug of the story.
    pub slug: String,
    /// Title of the story.
    pub title: String,
    /// Language of title and extract.
    pub language: Language,
    /// A sentence or two of the story.
    pub extract: String,
    /// Whose words they are: "deltagare, 41 år".
    pub source: String,
    /// The window drawn beside it.
    #[sqlx(skip)]
    pub window: &'static str,
}
