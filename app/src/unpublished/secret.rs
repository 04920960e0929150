//! A text that readers must not know yet.

use crate::ids::PostId;
use crate::posts::PostKind;

/// The shortest word that is searched for: shorter ones are in every text.
const SHORTEST_WORD: usize = 5;
/// How many words of a text are searched for.
const MOST_WORDS: usize = 3;

/// A text that is not public, or hangs on a door that is closed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Secret {
    /// The post that is withheld.
    pub id: PostId,
    /// What it is.
    pub kind: PostKind,
    /// The last part of its address.
    pub slug: String,
    /// Searched for as a whole and by its longest words.
    pub title: String,
    /// What somebody says in it.
    pub quote: String,
    /// Title of the edition on whose door it hangs.
    pub edition: Option<String>,
    /// The day of that door.
    pub day: Option<u16>,
    /// Whether readers once had it: then its address is no secret.
    pub was_public: bool,
}

/// What the addresses of a site are made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Slugs of editions, with their numbers of days.
    pub editions: Vec<(String, u16)>,
    /// Slugs of posts.
    pub posts: Vec<String>,
    /// Slugs of tags.
    pub tags: Vec<String>,
    /// Addresses of the files of pictures, without `/media/`: id and name.
    pub pictures: Vec<(String, String)>,
    /// Addresses of documents.
    pub documents: Vec<String>,
    /// Addresses of recordings.
    pub recordings: Vec<String>,
    /// Addresses of the style sheets of editions with a picture of their own.
    pub scene_styles: Vec<String>,
    /// Years and months in which something is, was, or will be public.
    pub months: Vec<(i16, i8)>,
    /// Words to search for.
    pub words: Vec<String>,
}

impl Names {
    /// Leaves out the tags, pictures, documents, recordings and style sheets that are public all the same: pages link to them.
    #[must_use]
    pub(super) fn without(mut self, public: &Self) -> Self {
        self.tags.retain(|tag| !public.tags.contains(tag));
        self.pictures.retain(|picture| !public.pictures.contains(picture));
        self.recordings.retain(|recording| !public.recordings.contains(recording));
        self.documents.retain(|document| !public.documents.contains(document));
        self.scene_styles.retain(|style| !public.scene_styles.contains(style));
        self
    }
}

impl Secret {
    /// Returns the path under which readers will find it.
    pub fn path(&self) -> String {
        self.kind.path(&self.slug)
    }

    /// Returns what people call it: its title and where it hangs.
    pub fn in_words(&self) -> String {
        match (&self.edition, self.day) {
            (Some(edition), Some(day)) => format!("”{}” (lucka {day} i ”{edition}”)", self.title),
            _ => format!("”{}” (inte publicerad)", self.title),
        }
    }

    /// Returns words to search for: its title, and the longest words of title and quote.
    pub fn words(&self) -> Vec<String> {
        let text = format!("{} {}", self.title, self.quote);
        let mut words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() >= SHORTEST_WORD)
            .map(str::to_lowercase)
            .collect();
        words.sort_unstable_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
        words.dedup();
        words.truncate(MOST_WORDS);
        words.push(self.title.clone());
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_looked_for_by_its_longest_words() {
        let secret = Secret {
            id: PostId(1),
            kind: PostKind::Guldkorn,
            slug: "sma-steg".into(),
            title: "Små steg".into(),
            quote: "Jag fick arbetsträning, och arbetsträning är bra.".into(),
            edition: Some("Kalendern".into()),
            day: Some(7),
            was_public: false,
        };
        assert_eq!(secret.words(), ["arbetsträning", "Små steg"]);
        assert_eq!(secret.path(), "/inlagg/sma-steg");
        assert_eq!(secret.in_words(), "”Små steg” (lucka 7 i ”Kalendern”)");
    }
}
