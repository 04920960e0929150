//! Forms of guldkorn.

/// How a guldkorn is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
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
    /// Returns the word for it in the database and in pages: `data-form`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Story => "story",
            Self::Thought => "thought",
            Self::Photo => "photo",
        }
    }

    /// Returns the word for it in Swedish.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Quote => "Citat",
            Self::Story => "Berättelse",
            Self::Thought => "Tanke",
            Self::Photo => "Bild",
        }
    }

    /// Parses what [`as_str`](Self::as_str) returns.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Quote, Self::Story, Self::Thought, Self::Photo].into_iter().find(|form| form.as_str() == word)
    }
}
