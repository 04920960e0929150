//! Kinds of posts.

use crate::paths;

/// What a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum PostKind {
    /// An article of the blog.
    Article,
    /// A guldkorn, on a door or on its own.
    Guldkorn,
    /// A voice from the project.
    Voice,
    /// A page such as "Om".
    Page,
    /// Another post in plain words or in another language: see [`RenditionKind`](super::RenditionKind).
    Rendition,
}

impl PostKind {
    /// Returns the word for it in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Guldkorn => "guldkorn",
            Self::Voice => "voice",
            Self::Page => "page",
            Self::Rendition => "rendition",
        }
    }

    /// Returns the path of a post of this kind. A rendition has that of its original before its own last step, so that its
    /// slug here is what `address_slug!` reads and not the column.
    pub fn path(self, slug: &str) -> String {
        match self {
            Self::Article | Self::Guldkorn => paths::post(slug),
            Self::Voice => paths::voice(slug),
            Self::Page | Self::Rendition => paths::page(slug),
        }
    }

    /// Parses the word for it in the database.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Article, Self::Guldkorn, Self::Voice, Self::Page, Self::Rendition]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}
