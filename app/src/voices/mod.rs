//! Voices from the project: short extracts, each with a longer story of its own.

mod api;
mod pages;
#[cfg(feature = "ssr")]
pub mod store;

pub use pages::{VoicePage, VoicesPage};

#[cfg(feature = "ssr")]
pub(crate) use pages::Extract;

use serde::{Deserialize, Serialize};

/// A voice's extract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
