//! What a post is checked against.

use std::sync::Arc;

use crate::posts::PostId;

/// What the checks know beside the post itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The post that is checked, whose own title does not count.
    pub post: PostId,
    /// The titles of all posts that readers have or may get.
    pub titles: Arc<Vec<(PostId, String)>>,
    /// The owner's list of words.
    pub wordings: Vec<Wording>,
}

impl Surroundings {
    /// Returns the titles of all other posts.
    pub fn other_titles(&self) -> impl Iterator<Item = &str> {
        self.titles.iter().filter(|(post, _)| *post != self.post).map(|(_, title)| title.as_str())
    }
}

/// A word that the owner would rather not read.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Wording {
    /// The word, or a few: "individ", "komma i arbete".
    pub word: String,
    /// What to write instead.
    pub instead: String,
}
