//! Tables: a first row of headings, and as many cells in each row. Markdown has neither merged cells nor tables in tables.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::super::document::{Block, Line, Marks, Unit, What};
use super::super::line;
use super::flow::Flow;
use super::{Place, Reader};

/// How many columns or rows one cell may take.
const MAX_SPAN: usize = 50;
/// How many columns a table may have: one of more is no table that anybody reads.
const MAX_COLUMNS: usize = 60;

impl Reader<'_> {
    /// Reads a table. One of a single row or column is there for the layout, and one in a table is text.
    pub(super) fn table(&mut self, node: NodeRef<'_, Node>, place: Place, flow: &mut Flow) {
        self.close(flow);
        let rows = rows(node);
        let columns =
            rows.iter().map(|row| row.iter().map(|cell| cell.columns).sum::<usize>()).max().unwrap_or(0);
        let is_layout =
            rows.len() < 2 || !(2..=MAX_COLUMNS).contains(&columns) || (place.nesting > 0 && is_nested(node));
        if is_layout {
            return self.boxed(node, place, flow);
        }
        for caption in node.children().filter(|child| is(*child, "caption")) {
            self.boxed(caption, place, flow);
        }
        let mut lines: Vec<Vec<Option<Line>>> = vec![Vec::new(); rows.len()];
        for (at, row) in rows.iter().enumerate() {
            let mut column = 0;
            for cell in row {
                while lines.get(at).is_some_and(|line| line.get(column).is_some_and(Option::is_some)) {
                    column += 1;
                }
                let words = self.cell(cell.node, place);
                for below in at..(at + cell.rows).min(lines.len()) {
                    for across in 0..cell.columns {
                        let is_own = below == at && across == 0;
                        set(
                            &mut lines,
                            below,
                            column + across,
                            if is_own { words.clone() } else { Line::new() },
                        );
                    }
                }
                column += cell.columns;
            }
        }
        let width = lines.iter().map(Vec::len).max().unwrap_or(0);
        let rows: Vec<Vec<Line>> = lines
            .into_iter()
            .map(|row| {
                let missing = width - row.len();
                let cells = row.into_iter().map(Option::unwrap_or_default);
                cells.chain(std::iter::repeat_n(Line::new(), missing)).collect()
            })
            .collect();
        if rows.iter().flatten().any(|cell| !cell.is_empty()) {
            flow.blocks.push(Block::Table(rows));
        }
    }

    /// Returns the content of a cell as one line.
    fn cell(&mut self, node: NodeRef<'_, Node>, place: Place) -> Line {
        let mut words = Line::new();
        for block in self.blocks(node, Place { nesting: place.nesting.max(1), ..place }) {
            append(block, &mut words);
        }
        // In a table no code can show a bar after a backslash.
        if words.iter().any(|unit| unit.marks.code && matches!(unit.what, What::Char('|' | '\\'))) {
            for unit in &mut words {
                unit.marks.code = false;
            }
        }
        line::single(words)
    }
}

/// Appends a block to a cell: its words, since a cell is one line.
fn append(block: Block, words: &mut Line) {
    let plain = |what| Unit { what, marks: Marks::default() };
    words.push(plain(What::Char(' ')));
    match block {
        Block::Paragraph(line) | Block::Heading(_, line) => words.extend(line),
        Block::Figure(picture) => words.push(plain(What::Picture(Box::new(picture)))),
        Block::Code { text, .. } => {
            let code = Marks { code: true, ..Marks::default() };
            words.extend(text.chars().map(|c| Unit { what: What::Char(c), marks: code }));
        }
        Block::Quote(blocks) | Block::Footnote(_, blocks) => {
            for block in blocks {
                append(block, words);
            }
        }
        Block::List { items, .. } => items.into_iter().flatten().for_each(|block| append(block, words)),
        Block::Table(rows) => {
            rows.into_iter().flatten().for_each(|cell| append(Block::Paragraph(cell), words));
        }
        Block::Rule | Block::More => {}
    }
}

struct Cell<'a> {
    node: NodeRef<'a, Node>,
    columns: usize,
    rows: usize,
}

/// Returns the cells of a table's own rows.
fn rows(table: NodeRef<'_, Node>) -> Vec<Vec<Cell<'_>>> {
    let mut found = Vec::new();
    for child in table.children() {
        if is(child, "tr") {
            found.push(cells(child));
        } else if ["thead", "tbody", "tfoot"].into_iter().any(|name| is(child, name)) {
            found.extend(child.children().filter(|row| is(*row, "tr")).map(cells));
        }
    }
    found.retain(|row: &Vec<Cell<'_>>| !row.is_empty());
    found
}

fn cells(row: NodeRef<'_, Node>) -> Vec<Cell<'_>> {
    let cells = row.children().filter(|cell| is(*cell, "td") || is(*cell, "th"));
    let span = |node: NodeRef<'_, Node>, name: &str| {
        let value = node.value().as_element().and_then(|cell| cell.attr(name));
        value.and_then(|value| value.trim().parse::<usize>().ok()).unwrap_or(1).clamp(1, MAX_SPAN)
    };
    cells.map(|node| Cell { node, columns: span(node, "colspan"), rows: span(node, "rowspan") }).collect()
}

fn set(lines: &mut [Vec<Option<Line>>], row: usize, column: usize, words: Line) {
    let Some(row) = lines.get_mut(row) else { return };
    if row.len() <= column {
        row.resize(column + 1, None);
    }
    if let Some(cell) = row.get_mut(column) {
        *cell = Some(words);
    }
}

fn is(node: NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().map(Element::name) == Some(name)
}

/// Whether a table lies in another.
fn is_nested(table: NodeRef<'_, Node>) -> bool {
    table.ancestors().any(|ancestor| is(ancestor, "td") || is(ancestor, "th"))
}
