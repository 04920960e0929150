//! The forms in which a guldkorn is told.

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
