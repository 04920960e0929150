//! The paragraphs of a text, each as a reader sees it but without markup: what somebody can point at.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::parse;

/// A paragraph, heading, item of a list or the like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// How it is shown.
    pub(crate) kind: BlockKind,
    /// Its words on one line, with single spaces between them.
    pub(crate) text: String,
}

/// How a block is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A heading.
    Heading,
    /// A paragraph, or whatever is nothing else.
    Paragraph,
    /// An item of a list.
    Item,
    /// A paragraph of a quotation.
    Quotation,
    /// The words under a picture.
    Caption,
}

/// Returns the blocks of a text. Captions are among them; alternative texts and the numbers of footnotes are not.
pub(crate) fn blocks(markdown: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in parse(markdown) {
        reader.read(event);
    }
    reader.end_block();
    reader.done
}

#[derive(Default)]
struct Reader {
    done: Vec<Block>,
    text: String,
    is_heading: bool,
    quotations: usize,
    items: usize,
    pictures: usize,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Image { title, .. }) => {
                if self.pictures == 0 && !title.is_empty() {
                    self.end_block();
                    self.push(BlockKind::Caption, &title);
                }
                self.pictures += 1;
            }
            Event::End(TagEnd::Image) => self.pictures = self.pictures.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if self.pictures == 0 => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak if self.pictures == 0 => self.text.push(' '),
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        if is_inline(tag.to_end()) {
            return;
        }
        self.end_block();
        match tag {
            Tag::Heading { .. } => self.is_heading = true,
            Tag::BlockQuote(_) => self.quotations += 1,
            Tag::Item => self.items += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if is_inline(tag) {
            return;
        }
        self.end_block();
        match tag {
            TagEnd::Heading(_) => self.is_heading = false,
            TagEnd::BlockQuote(_) => self.quotations = self.quotations.saturating_sub(1),
            TagEnd::Item => self.items = self.items.saturating_sub(1),
            _ => {}
        }
    }

    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let kind = match () {
            () if self.is_heading => BlockKind::Heading,
            () if self.quotations > 0 => BlockKind::Quotation,
            () if self.items > 0 => BlockKind::Item,
            () => BlockKind::Paragraph,
        };
        self.push(kind, &text);
    }

    fn push(&mut self, kind: BlockKind, text: &str) {
        let text = one_line(text);
        if !text.is_empty() {
            self.done.push(Block { kind, text });
        }
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// Returns the words of a text on one line, with single plain spaces between them.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_block_has_its_words_and_its_kind() {
        let text = "# Rubrik\n\nEn *kort* [text](/om)[^1]\nmed  5\u{a0}000 ord.\n\n- ett\n- två\n\n> Mod.\n\n\
                    ![alt](/media/1/1.webp \"Bildtext\")\n\n| A | B |\n|---|---|\n\n[^1]: Noten.";
        let blocks = blocks(text);
        let found: Vec<_> = blocks.iter().map(|block| (block.kind, &*block.text)).collect();
        assert_eq!(
            found,
            [
                (BlockKind::Heading, "Rubrik"),
                (BlockKind::Paragraph, "En kort text med 5 000 ord."),
                (BlockKind::Item, "ett"),
                (BlockKind::Item, "två"),
                (BlockKind::Quotation, "Mod."),
                (BlockKind::Caption, "Bildtext"),
                (BlockKind::Paragraph, "A"),
                (BlockKind::Paragraph, "B"),
                (BlockKind::Paragraph, "Noten."),
            ]
        );
    }

    #[test]
    fn nothing_has_no_blocks() {
        assert_eq!(blocks(" \n\n"), []);
    }
}
