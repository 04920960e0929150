//! What a post is checked against.

use std::sync::Arc;

use jiff::civil::Date;

use super::consent::NoConsent;
use crate::documents::Document;
use crate::posts::PostId;
use crate::recordings::Recording;

/// What the checks know beside the post itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The post that is checked, whose own title does not count.
    pub post: PostId,
    /// The titles of all posts that readers have or may get.
    pub titles: Arc<Vec<(PostId, String)>>,
    /// The owner's list of words.
    pub wordings: Vec<Wording>,
    /// The owner's list of words that may make a text sensitive, one a line.
    pub sensitive_words: String,
    /// The telephone numbers that sensitive texts show.
    pub help_numbers: Vec<String>,
    /// The site's name.
    pub site: String,
    /// The e-mail address that the site shows everywhere.
    pub site_email: String,
    /// The titles of the calendar's editions.
    pub editions: Vec<String>,
    /// The texts that present the editions, which stand under every guldkorn.
    pub introductions: Vec<String>,
    /// The documents that stand below the post, or that its text links to.
    pub documents: Vec<Document>,
    /// What is known of the post beside its words.
    pub facts: PostFacts,
    /// The day on which the door opens that the post hangs on.
    pub day: Option<Date>,
}

impl Surroundings {
    /// Returns the titles of all other posts.
    pub fn other_titles(&self) -> impl Iterator<Item = &str> {
        self.titles.iter().filter(|(post, _)| *post != self.post).map(|(_, title)| title.as_str())
    }

    /// Whether the post is to be in plain words (lättläst).
    pub fn is_easy_read(&self) -> bool {
        self.facts.rendition.is_some_and(|rendition| rendition.easy_read)
    }

    /// Returns the words and telephone numbers that may make a text sensitive.
    pub fn sensitive_words(&self) -> impl Iterator<Item = &str> {
        self.sensitive_words.lines().chain(self.help_numbers.iter().map(String::as_str))
    }
}

/// What decides about a post's publication beside its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostFacts {
    /// What is known of its lead picture.
    pub lead: LeadPicture,
    /// Its recording.
    pub recording: Option<Recording>,
    /// Why the consent of whom it tells does not let readers have it; none where it does, or where it tells of nobody.
    pub no_consent: Option<NoConsent>,
    /// What is known of its original, if it is a rendition.
    pub rendition: Option<RenditionFacts>,
}

/// What the checks know of a rendition beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RenditionFacts {
    /// Whether it is in plain words.
    pub easy_read: bool,
    /// Whether readers have its original, or will have it without anybody's further doing.
    pub original_is_decided: bool,
}

/// What the checks know of a post's lead picture beside the post itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeadPicture {
    /// The picture library's words for it; none where nobody has looked.
    pub library_alt: Option<String>,
    /// Whether readers have the picture already, described as it is.
    pub has_readers: bool,
}

/// A word that the owner would rather not read.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Wording {
    /// The word, or a few: "individ", "komma i arbete".
    pub word: String,
    /// What to write instead.
    pub instead: String,
}
