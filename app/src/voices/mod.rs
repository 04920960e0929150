//! Voices from the project: short extracts, each with a longer story of its own.

mod api;
mod pages;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod views;

pub use pages::{VoicePage, VoicesPage};

#[cfg(feature = "ssr")]
pub(crate) use views::Extract;

/// A voice's extract.
#[cfg(feature = "ssr")]
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
