//! A text in the paragraphs that somebody can comment on, and where words stand in it.

use crate::markdown::{self, BlockKind};
use crate::posts::PostContent;

/// How much of a paragraph before and after some words tells them from the same words elsewhere, in characters.
pub(super) const CONTEXT: usize = 32;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PassageKind {
    /// The title of the text.
    Title,
    /// The teaser that lists show.
    Teaser,
    /// What somebody said, in a guldkorn that is a quote.
    Quote,
    /// Who said it.
    Source,
    /// The words under the lead picture.
    PictureCaption,
    /// A block of the text itself.
    Body(BlockKind),
}

/// The paragraphs of a text, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Passages {
    kinds: Vec<PassageKind>,
    /// All paragraphs, one a line.
    text: String,
    /// Where each begins in `text`.
    starts: Vec<usize>,
}

/// Where words stand: in which paragraph, from which byte of it, and before which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) block: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Why typed words are none of a text's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotFound {
    /// They stand nowhere.
    Nowhere,
    /// They stand at several places.
    Several,
}

impl Passages {
    /// Returns the paragraphs of a text, as readers would see it.
    pub(crate) fn of(content: &PostContent) -> Self {
        let mut passages = Self::default();
        passages.push(PassageKind::Title, &content.title);
        if !repeats_beginning(content) {
            passages.push(PassageKind::Teaser, &content.teaser);
        }
        passages.push(PassageKind::PictureCaption, &content.picture_caption);
        passages.push(PassageKind::Quote, &content.quote);
        passages.push(PassageKind::Source, &content.source);
        for block in markdown::blocks(&content.body) {
            passages.push(PassageKind::Body(block.kind), &block.text);
        }
        passages
    }

    fn push(&mut self, kind: PassageKind, text: &str) {
        let text = spaced(text);
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.starts.push(self.text.len());
        self.kinds.push(kind);
        self.text.push_str(&text);
    }

    /// Returns each paragraph with what it is.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (PassageKind, &str)> {
        self.kinds.iter().copied().zip(self.text.lines())
    }

    /// Returns all paragraphs, one a line.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns where something that stands in `text` stands in its paragraph.
    pub(super) fn place_of(&self, at: usize, length: usize) -> Place {
        let block = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        let start = at - self.starts.get(block).copied().unwrap_or_default();
        Place { block, start, end: start + length }
    }

    /// Returns where a place begins in `text`, if the paragraph is there.
    pub(super) fn position_of(&self, place: Place) -> Option<usize> {
        self.starts.get(place.block).map(|start| start + place.start)
    }

    /// Returns where the paragraph around a place begins and ends in `text`.
    pub(super) fn paragraph_around(&self, at: usize) -> (usize, usize) {
        let start = self.text.get(..at).and_then(|text| text.rfind('\n')).map_or(0, |end| end + 1);
        let end =
            self.text.get(at..).and_then(|text| text.find('\n')).map_or(self.text.len(), |end| at + end);
        (start, end)
    }

    /// Returns where words stand in `text`: every place, also where one overlaps another.
    pub(super) fn occurrences(&self, words: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let step = words.chars().next().map_or(1, char::len_utf8);
        let mut from = 0;
        while let Some(at) =
            self.text.get(from..).and_then(|rest| rest.find(words)).filter(|_| !words.is_empty())
        {
            found.push(from + at);
            from += at + step;
        }
        found
    }

    /// Returns what stands before and after some words in their paragraph, at most [`CONTEXT`] characters each.
    pub(super) fn context(&self, at: usize, length: usize) -> (String, String) {
        let (start, end) = self.paragraph_around(at);
        let before = self.text.get(start..at).unwrap_or_default();
        let cut = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(cut, _)| cut);
        let after = self.text.get(at + length..end).unwrap_or_default();
        (before[cut..].to_owned(), after.chars().take(CONTEXT).collect())
    }

    /// Finds words that somebody has typed or marked: in one paragraph or in the whole text, and only if they stand there
    /// once. `before` is what stood before them where they were marked.
    pub(super) fn find(&self, block: Option<usize>, words: &str, before: &str) -> Result<Place, NotFound> {
        let (words, before) = (spaced(words), before.trim_start());
        let found: Vec<usize> = self.occurrences(&words);
        let in_block = |at: &&usize| block.is_none_or(|block| self.place_of(**at, 0).block == block);
        let found: Vec<usize> = found.iter().filter(in_block).copied().collect();
        let marked: Vec<usize> = found
            .iter()
            .copied()
            .filter(|at| self.context(*at, 0).0.trim_start().ends_with(before))
            .collect();
        match (found.as_slice(), marked.as_slice()) {
            ([at], _) | (_, [at]) => Ok(self.place_of(*at, words.len())),
            ([], _) => Err(NotFound::Nowhere),
            _ => Err(NotFound::Several),
        }
    }
}

/// Whether the teaser is the beginning of the quotation or text, as what the program adds has it: its words would stand twice.
fn repeats_beginning(content: &PostContent) -> bool {
    let teaser = spaced(&content.teaser);
    let beginning = teaser.trim_end_matches('…').trim_end();
    [spaced(&content.quote), spaced(&markdown::plain_text(&content.body))]
        .iter()
        .any(|text| text.starts_with(beginning))
}

/// Returns the words of a text on one line, with single plain spaces between them.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(body: &str) -> Passages {
        Passages::of(&PostContent { title: "Små steg".into(), body: body.into(), ..PostContent::default() })
    }

    #[test]
    fn words_are_found_where_they_stand_once() {
        let text = passages("Det tog tid.\n\nDet *tog* mod.\n\nMod och mod.");
        let place = |block, start, end| Ok(Place { block, start, end });
        assert_eq!(text.find(None, " tog\u{a0} tid", ""), place(1, 4, 11));
        assert_eq!(text.find(Some(2), "tog", ""), place(2, 4, 7));
        assert_eq!(text.find(None, "tog", ""), Err(NotFound::Several));
        assert_eq!(text.find(None, "TOG", ""), Err(NotFound::Nowhere));
        assert_eq!(text.find(None, "", ""), Err(NotFound::Nowhere));
        assert_eq!(
            text.find(None, "tid. Det", ""),
            Err(NotFound::Nowhere),
            "no words go over two paragraphs"
        );
        assert_eq!(text.find(Some(3), "od", ""), Err(NotFound::Several));
        assert_eq!(text.find(Some(3), "od", "Mod och m"), place(3, 9, 11));
    }

    #[test]
    fn the_context_ends_with_the_paragraph() {
        let long = "å".repeat(40);
        let text = passages(&format!("{long} mitt {long}\n\nEtt kort stycke."));
        let at = text.occurrences("mitt")[0];
        let (before, after) = text.context(at, 4);
        assert_eq!((before.chars().count(), after.chars().count()), (32, 32));
        let at = text.occurrences("kort")[0];
        assert_eq!(text.context(at, 4), ("Ett ".into(), " stycke.".into()));
    }

    #[test]
    fn a_teaser_that_is_the_beginning_does_not_stand_twice() {
        let with = |teaser: &str| {
            let body = "Det tog *tid*.\n\nDet tog mod.".into();
            let content = PostContent { teaser: teaser.into(), body, ..PostContent::default() };
            Passages::of(&content).iter().next().map(|(kind, _)| kind)
        };
        for teaser in ["", "Det tog …", "Det tog tid. Det tog mod."] {
            assert_ne!(with(teaser), Some(PassageKind::Teaser), "{teaser}");
        }
        assert_eq!(with("Om mod."), Some(PassageKind::Teaser));
    }

    #[test]
    fn overlapping_words_are_all_found() {
        assert_eq!(passages("aaaa").occurrences("aa").len(), 3);
    }
}
