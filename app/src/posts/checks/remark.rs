//! Remarks about a post.

/// A field of the form in which a text is written, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// The quotation.
    Quote,
    /// The source of the quotation.
    Source,
    /// The text.
    Body,
    /// When the text is to become public.
    PublishAt,
    /// The lead picture.
    Picture,
    /// Words for those who do not see it.
    PictureAlt,
    /// The words under it.
    PictureCaption,
    /// The documents below the text.
    Documents,
    /// The recording of the text.
    Recording,
    /// The tags.
    Tags,
    /// Whether it is sensitive.
    Sensitive,
    /// A sentence or two for lists.
    Teaser,
    /// The consent of whom it tells.
    Consent,
}

impl Field {
    /// The field's `id` and `name` in the form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Quote => "quote",
            Self::Source => "source",
            Self::Documents => "documents",
            Self::Tags => "tags",
            Self::Sensitive => "sensitive",
            Self::Teaser => "teaser",
            Self::Body => "body",
            Self::Picture => "picture",
            Self::PictureAlt => "picture_alt",
            Self::PictureCaption => "picture_caption",
            Self::PublishAt => "publish_at",
            Self::Recording => "inspelning",
            Self::Consent => "samtycke",
        }
    }
}

/// Something that a writer can mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub field: Field,
    /// What to do, in plain Swedish.
    pub sentence: String,
    /// The few words that it is about.
    pub passage: Option<String>,
    /// What is missing, in two words for the calendar's list; empty for advice.
    pub in_words: &'static str,
}

impl Remark {
    /// About a field as a whole.
    pub(super) fn on(field: Field, sentence: impl Into<String>) -> Self {
        Self { field, sentence: sentence.into(), passage: None, in_words: "" }
    }

    /// About some words in it.
    pub(super) fn about(field: Field, passage: &str, sentence: impl Into<String>) -> Self {
        Self { field, sentence: sentence.into(), passage: Some(shortened(passage)), in_words: "" }
    }

    /// Without this the post cannot be published.
    pub(super) fn missing(self, in_words: &'static str) -> Self {
        Self { in_words, ..self }
    }
}

/// How many words of a passage are shown.
const SHOWN: usize = 8;

/// How many letters, for what has no spaces.
const LETTERS: usize = 80;

/// The first words of a passage, on one line.
fn shortened(passage: &str) -> String {
    let mut words = passage.split_whitespace();
    let mut short: String = words.by_ref().take(SHOWN).collect::<Vec<_>>().join(" ");
    let is_cut = words.next().is_some() || short.chars().count() > LETTERS;
    if is_cut {
        short = short.chars().take(LETTERS).collect();
        short.truncate(short.trim_end_matches([',', ';', ':', ' ', '–']).len());
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_a_few_words() {
        assert_eq!(shortened("Ett  par\nord"), "Ett par ord");
        assert_eq!(shortened("ett två tre fyra fem sex sju åtta, nio"), "ett två tre fyra fem sex sju åtta…");
        assert_eq!(shortened(&"å".repeat(200)).chars().count(), 81);
    }
}
