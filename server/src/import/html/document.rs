//! A text between HTML and Markdown: blocks of lines.

/// A text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    /// The addresses of its links, by [`Marks::link`].
    pub(super) links: Vec<String>,
}

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Paragraph(Line),
    /// Level 2 is the highest: the page has a heading of its own.
    Heading(u8, Line),
    Quote(Vec<Block>),
    List {
        /// The first number of a numbered list.
        start: Option<u32>,
        items: Vec<Vec<Block>>,
    },
    Code {
        language: String,
        text: String,
    },
    Rule,
    /// A picture of its own, with the words under it.
    Figure(Picture),
    Table(Vec<Vec<Line>>),
    Footnote(u32, Vec<Block>),
    /// Where the beginning ends that lists show. Nothing is written for it.
    More,
}

/// Inline content.
pub(super) type Line = Vec<Unit>;

/// The smallest piece of a line, with its marks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    pub(super) what: What,
    pub(super) marks: Marks,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    Char(char),
    Break,
    Picture(Box<Picture>),
    Note(u32),
}

/// What a piece is marked up as.
#[expect(clippy::struct_excessive_bools, reason = "a text may be all of it at once")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Index into [`Document::links`].
    pub(super) link: Option<u32>,
    pub(super) emphasis: bool,
    pub(super) strong: bool,
    pub(super) strike: bool,
    pub(super) code: bool,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) address: String,
    pub(super) alt: String,
    pub(super) caption: String,
}

impl Marks {
    /// Returns the marks that two pieces share.
    pub(super) fn shared(self, other: Self) -> Self {
        Self {
            link: self.link.filter(|link| other.link == Some(*link)),
            emphasis: self.emphasis && other.emphasis,
            strong: self.strong && other.strong,
            strike: self.strike && other.strike,
            code: self.code && other.code,
        }
    }

    /// Returns the link alone.
    pub(super) fn link_only(self) -> Self {
        Self { link: self.link, ..Self::default() }
    }
}

impl Document {
    /// Returns the words before the mark that ends the beginning; nothing without one.
    pub(super) fn before_more(&self) -> String {
        let Some(end) = self.blocks.iter().position(|block| *block == Block::More) else {
            return String::new();
        };
        let mut words = String::new();
        self.blocks.iter().take(end).for_each(|block| collect(block, &mut words));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Collects the words of what a summary can hold.
fn collect(block: &Block, words: &mut String) {
    match block {
        Block::Paragraph(line) => {
            words.push_str(&text(line));
            words.push(' ');
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| collect(block, words)),
        _ => {}
    }
}

/// Returns the text of a line.
pub(super) fn text(line: &Line) -> String {
    let letter = |unit: &Unit| match unit.what {
        What::Char(c) => Some(c),
        What::Break => Some(' '),
        What::Picture(_) | What::Note(_) => None,
    };
    line.iter().filter_map(letter).collect()
}
