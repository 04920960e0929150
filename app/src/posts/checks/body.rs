//! A text as the checks read it: parsed once, and as the blocks that a reader sees.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use crate::markdown;

/// The parsed text.
pub(super) struct Body<'a> {
    /// As the parser tells it.
    pub(super) events: Vec<Event<'a>>,
    /// Its running text, headings and cells, in order. Code and words for those who do not see a picture are not
    /// among them.
    pub(super) blocks: Vec<Block>,
}

/// Some text that stands together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    pub(super) text: String,
    /// Whether somebody else says it.
    pub(super) is_quoted: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Heading(HeadingLevel),
    Cell,
    Prose,
}

impl<'a> Body<'a> {
    pub(super) fn read(markdown: &'a str) -> Self {
        let events = markdown::parse(markdown);
        let blocks = blocks(&events);
        Self { events, blocks }
    }

    /// What is read from beginning to end, without headings and tables.
    pub(super) fn prose(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind == BlockKind::Prose)
    }
}

fn blocks(events: &[Event<'_>]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut text = String::new();
    let (mut quotations, mut hidden) = (0_usize, 0_usize);
    let mut kind = BlockKind::Prose;
    for event in events {
        match event {
            Event::Text(words) | Event::Code(words) if hidden == 0 => text.push_str(words),
            Event::SoftBreak if hidden == 0 => text.push(' '),
            Event::HardBreak if hidden == 0 => text.push('\n'),
            Event::Start(Tag::Image { .. }) => hidden += 1,
            Event::End(TagEnd::Image) => hidden = hidden.saturating_sub(1),
            Event::Start(tag) if !is_inline(tag.to_end()) => {
                close(&mut blocks, &mut text, kind, quotations > 0);
                match tag {
                    Tag::BlockQuote(_) => quotations += 1,
                    Tag::CodeBlock(_) => hidden += 1,
                    Tag::Heading { level, .. } => kind = BlockKind::Heading(*level),
                    Tag::TableCell => kind = BlockKind::Cell,
                    _ => {}
                }
            }
            Event::End(tag) if !is_inline(*tag) => {
                close(&mut blocks, &mut text, kind, quotations > 0);
                match tag {
                    TagEnd::BlockQuote(_) => quotations = quotations.saturating_sub(1),
                    TagEnd::CodeBlock => hidden = hidden.saturating_sub(1),
                    TagEnd::Heading(_) | TagEnd::TableCell => kind = BlockKind::Prose,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    close(&mut blocks, &mut text, kind, false);
    blocks
}

fn close(blocks: &mut Vec<Block>, text: &mut String, kind: BlockKind, is_quoted: bool) {
    if !text.trim().is_empty() {
        blocks.push(Block { kind, text: std::mem::take(text), is_quoted });
    }
    text.clear();
}

const fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_what_a_reader_sees() {
        let body = Body::read(
            "## Rubrik\n\nEtt *kort* [ord](/om)\ntill ![alt](/a.webp).\n\n> Sagt.\n\n- punkt\n\n| A |\n|---|\n| B |\n\n```\nkod\n```",
        );
        let read: Vec<_> = body.blocks.iter().map(|block| (&*block.text, block.is_quoted)).collect();
        assert_eq!(
            read,
            [
                ("Rubrik", false),
                ("Ett kort ord till .", false),
                ("Sagt.", true),
                ("punkt", false),
                ("A", false),
                ("B", false)
            ]
        );
        assert_eq!(body.prose().count(), 3);
    }
}
