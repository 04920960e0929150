//! What a text is held against.

/// What the checks know beside the text itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The titles of all other texts that readers have or may get.
    pub titles: Vec<String>,
    /// The owner's list of words.
    pub wordings: Vec<Wording>,
}

/// A word that the owner would rather not read.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Wording {
    /// The word, or a few: "individ", "komma i arbete".
    pub word: String,
    /// What to write instead.
    pub instead: String,
}
