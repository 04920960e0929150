//! Writes a document as Markdown, in the style of the editor (`frontend/editor/src/markdown`): `-` for lists, `*` and `**`,
//! one line for a paragraph. Each line is read back by the parser of the pages, and written more plainly until it says what
//! it should.

mod escape;
mod inline;
mod verify;

use app::import::Resolver;

use super::causes;
use super::document::{Block, Document, Line, Marks, Picture, Unit, What};

/// Writes a document.
pub(super) fn write(document: &Document, resolver: &mut dyn Resolver) -> String {
    let mut writer = Writer { links: &document.links, resolver };
    let mut markdown = writer.blocks(&document.blocks);
    if !markdown.is_empty() {
        markdown.push('\n');
    }
    markdown
}

struct Writer<'a> {
    links: &'a [String],
    resolver: &'a mut dyn Resolver,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut written: Vec<String> = Vec::with_capacity(blocks.len());
        let mut before: Option<(bool, char)> = None;
        for block in blocks {
            let mark = list_mark(block, before);
            let text = self.block(block, mark);
            if text.is_empty() {
                continue;
            }
            before = mark.map(|mark| (is_numbered(block), mark));
            written.push(text);
        }
        written.join("\n\n")
    }

    fn block(&mut self, block: &Block, mark: Option<char>) -> String {
        match block {
            Block::Paragraph(line) => self.line(line, ""),
            Block::Heading(level, line) => {
                let marks = format!("{} ", "#".repeat(usize::from(*level)));
                let text = self.line(line, &marks);
                if text.is_empty() { text } else { marks + &text }
            }
            Block::Quote(blocks) => prefixed(&self.blocks(blocks), "> ", "> "),
            Block::List { start, items } => self.list(*start, items, mark.unwrap_or('-')),
            Block::Code { language, text } => code(language, text),
            Block::Rule => "---".into(),
            Block::Figure(picture) => inline::picture(picture),
            Block::Table(rows) => self.table(rows),
            Block::Footnote(label, blocks) => {
                prefixed(&self.blocks(blocks), &format!("[^{label}]: "), "    ")
            }
            Block::More => String::new(),
        }
    }

    fn list(&mut self, start: Option<u32>, items: &[Vec<Block>], mark: char) -> String {
        let is_tight = items.iter().all(|item| is_tight(item));
        let mut written = Vec::with_capacity(items.len());
        for (item, number) in items.iter().zip(start.unwrap_or_default()..) {
            let first = if start.is_some() { format!("{number}{mark} ") } else { format!("{mark} ") };
            let text = match &**item {
                [paragraph, list @ Block::List { .. }] if is_tight => {
                    format!("{}\n{}", self.block(paragraph, None), self.block(list, list_mark(list, None)))
                }
                blocks => self.blocks(blocks),
            };
            written.push(prefixed(&text, &first, &" ".repeat(first.len())));
        }
        written.join(if is_tight { "\n" } else { "\n\n" })
    }

    fn table(&mut self, rows: &[Vec<Line>]) -> String {
        let mut lines = Vec::with_capacity(rows.len() + 1);
        for (number, row) in rows.iter().enumerate() {
            let cells: Vec<String> = row.iter().map(|cell| piped(&self.line(cell, ""))).collect();
            lines.push(format!("| {} |", cells.join(" | ")));
            if number == 0 {
                lines.push(format!("|{}|", vec!["---"; row.len()].join("|")));
            }
        }
        lines.join("\n")
    }

    /// Writes a line that stands after `start`, as plainly as needed for it to be read as it is meant.
    fn line(&mut self, line: &Line, start: &str) -> String {
        let kinds: [fn(Marks) -> Marks; 3] =
            [|marks| marks, |marks| Marks { emphasis: false, strike: false, ..marks }, Marks::link_only];
        for (number, kind) in kinds.into_iter().enumerate() {
            let line: Line =
                line.iter().map(|unit| Unit { marks: kind(unit.marks), ..unit.clone() }).collect();
            let mut text = inline::write(&line, self.links);
            // At the end of a heading these would close it.
            if !start.is_empty() && text.ends_with('#') {
                text.insert(text.len() - 1, '\\');
            }
            if verify::says(&format!("{start}{text}"), &line, self.links) {
                if number > 0 {
                    self.resolver.note(causes::LINE_PLAIN, &beginning(&line));
                }
                return text;
            }
        }
        self.resolver.note(causes::LINE_PLAIN, &beginning(line));
        inline::plain(line)
    }
}

/// Returns the marker of a list: neighbouring lists of one kind need different ones.
fn list_mark(block: &Block, before: Option<(bool, char)>) -> Option<char> {
    let Block::List { start, .. } = block else { return None };
    Some(match (start.is_some(), before) {
        (false, Some((false, '-'))) => '*',
        (false, _) => '-',
        (true, Some((true, '.'))) => ')',
        (true, _) => '.',
    })
}

const fn is_numbered(block: &Block) -> bool {
    matches!(block, Block::List { start: Some(_), .. })
}

/// Whether an item can be written without blank lines: a paragraph, and a list after it at most.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [Block::Paragraph(_)] => true,
        [Block::Paragraph(_), Block::List { start, items }] => {
            start.is_none_or(|start| start == 1)
                && items.iter().all(|item| is_tight(item))
                && items
                    .first()
                    .and_then(|item| item.first())
                    .is_some_and(|block| matches!(block, Block::Paragraph(line) if !line.is_empty()))
        }
        _ => false,
    }
}

fn code(language: &str, text: &str) -> String {
    let mut longest = 2;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence}{language}\n{text}\n{fence}")
}

/// Escapes the bars of a cell, unless they are.
fn piped(cell: &str) -> String {
    let mut piped = String::with_capacity(cell.len());
    let mut is_escaped = false;
    for c in cell.chars() {
        if c == '|' && !is_escaped {
            piped.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        piped.push(c);
    }
    piped
}

/// Writes `first` before the first line and `rest` before the others. Blank lines end where their prefix does.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut prefixed = String::with_capacity(text.len() + text.len() / 8);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            prefixed.push('\n');
        }
        let prefix = if number == 0 { first } else { rest };
        prefixed.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        prefixed.push_str(line);
    }
    prefixed
}

/// Returns the first words of a line, for the report.
fn beginning(line: &Line) -> String {
    super::document::text(line).chars().take(60).collect()
}

/// Returns a picture that a line names.
pub(super) fn picture(unit: &Unit) -> Option<&Picture> {
    if let What::Picture(picture) = &unit.what { Some(picture) } else { None }
}
