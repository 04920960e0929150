//! Running text and the blocks before it.

use super::super::document::{Block, Line, Marks, Unit, What};
use super::super::{Breaks, line};

/// The blocks of an element as far as they are read, and the text after them that has no block yet.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) blocks: Vec<Block>,
    running: Line,
    /// Whether the last that was read is `<br>`: a line break in the source after it is none of its own.
    after_break: bool,
}

impl Flow {
    pub(super) fn push(&mut self, what: What, marks: Marks) {
        self.after_break = false;
        self.running.push(Unit { what, marks });
    }

    pub(super) fn text(&mut self, text: &str, marks: Marks, breaks: Breaks) {
        let mut text = text;
        if breaks == Breaks::Kept && self.after_break {
            let rest = text.trim_start_matches([' ', '\t', '\r']);
            text = rest.strip_prefix('\n').unwrap_or(rest);
        }
        for c in text.chars() {
            match c {
                '\n' if breaks == Breaks::Kept => self.push(What::Break, marks),
                _ => self.push(What::Char(c), marks),
            }
        }
    }

    /// Adds words of our own, apart from those around them.
    pub(super) fn words(&mut self, words: &str, marks: Marks) {
        self.push(What::Char(' '), Marks::default());
        words.chars().for_each(|c| self.push(What::Char(c), marks));
        self.push(What::Char(' '), Marks::default());
    }

    pub(super) fn line_break(&mut self, marks: Marks) {
        self.push(What::Break, marks);
        self.after_break = true;
    }

    /// Takes the running text as paragraphs.
    pub(super) fn take_paragraphs(&mut self) -> Vec<Line> {
        self.after_break = false;
        line::paragraphs(std::mem::take(&mut self.running))
    }
}

/// Returns the blocks that a paragraph is: itself, or a block for each of its pictures when it has nothing else.
pub(super) fn shaped(paragraph: Line) -> Vec<Block> {
    let is_other = |unit: &Unit| !matches!(unit.what, What::Picture(_) | What::Char(' ') | What::Break);
    if paragraph.iter().any(is_other) {
        return vec![Block::Paragraph(paragraph)];
    }
    let pictures = paragraph.into_iter().filter_map(|unit| match (unit.what, unit.marks.link) {
        (What::Picture(picture), None) => Some(Block::Figure(*picture)),
        (what @ What::Picture(_), Some(_)) => Some(Block::Paragraph(vec![Unit { what, ..unit }])),
        _ => None,
    });
    pictures.collect()
}
