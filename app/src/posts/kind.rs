//! Kinds of posts.

use crate::paths;

/// What a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostKind {
    /// An article of the blog.
    Article,
    /// A guldkorn, on a door or on its own.
    Guldkorn,
    /// A voice from the project.
    Voice,
    /// A page such as "Om".
    Page,
}

impl PostKind {
    /// As written in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Guldkorn => "guldkorn",
            Self::Voice => "voice",
            Self::Page => "page",
        }
    }

    /// The address of a text of this kind.
    pub fn path(self, slug: &str) -> String {
        match self {
            Self::Article | Self::Guldkorn => paths::post(slug),
            Self::Voice => paths::voice(slug),
            Self::Page => paths::page(slug),
        }
    }

    /// Reads it as written in the database.
    pub fn parse(kind: &str) -> Option<Self> {
        [Self::Article, Self::Guldkorn, Self::Voice, Self::Page]
            .into_iter()
            .find(|known| known.as_str() == kind)
    }
}
