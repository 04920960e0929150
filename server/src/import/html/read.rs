//! Reads a tree of HTML as a document.

mod address;
mod flow;
mod footnotes;
mod frame;
mod list;
mod picture;
mod quote;
mod table;
mod visible;

use std::collections::HashSet;

use app::import::Resolver;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};

use super::document::{Block, Document, Line, Marks, What};
use super::{BREAKS_KEPT, Breaks, Options, causes, line};
use flow::Flow;
use footnotes::Footnotes;

pub(crate) use address::is_picture;
pub(super) use visible::in_code as is_in_code;

/// How deep lists and quotations may lie in each other.
const MAX_NESTING: usize = 8;
/// How deep elements may lie in each other; of deeper ones the text is read alone.
const MAX_DEPTH: usize = 220;

/// Returns the document that a tree holds, and how many visible characters the tree has, white space not counted.
pub(super) fn read(tree: &Html, options: Options<'_>, resolver: &mut dyn Resolver) -> (Document, usize) {
    let footnotes = Footnotes::find(tree);
    let taken = footnotes.notes().collect();
    let links = Vec::new();
    let mut reader = Reader { resolver, options, links, footnotes, taken, visible: 0, has_level_note: false };
    let mut flow = Flow::default();
    reader.children(tree.tree.root(), Place { breaks: options.breaks, ..Place::default() }, &mut flow);
    let mut blocks = reader.finished(flow);
    blocks.extend(reader.notes(tree));
    fit_headings(&mut blocks);
    (Document { blocks, links: reader.links }, reader.visible)
}

/// Reads the elements of one text.
struct Reader<'a> {
    resolver: &'a mut dyn Resolver,
    options: Options<'a>,
    links: Vec<String>,
    footnotes: Footnotes,
    /// Elements that are read elsewhere than where they stand.
    taken: HashSet<NodeId>,
    /// How many visible characters were met.
    visible: usize,
    has_level_note: bool,
}

/// Where in the tree the reader is.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    marks: Marks,
    breaks: Breaks,
    /// How many lists and quotations are around it.
    nesting: usize,
    /// How many elements are around it.
    depth: usize,
}

impl Reader<'_> {
    fn children(&mut self, node: NodeRef<'_, Node>, place: Place, flow: &mut Flow) {
        let place = Place { depth: place.depth + 1, ..place };
        if place.depth > MAX_DEPTH {
            let texts = node.descendants().filter(|inner| !is_in_code(*inner));
            return texts
                .filter_map(|inner| inner.value().as_text())
                .for_each(|text| self.text(text, place, flow));
        }
        for child in node.children() {
            self.node(child, place, flow);
        }
    }

    fn node(&mut self, node: NodeRef<'_, Node>, place: Place, flow: &mut Flow) {
        match node.value() {
            Node::Text(text) => self.text(text, place, flow),
            Node::Comment(comment) => self.comment(comment.trim(), flow),
            Node::Element(element) if self.is_shown(node, element) => {
                self.element(node, element, place, flow);
            }
            Node::Document | Node::Fragment => self.children(node, place, flow),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, place: Place, flow: &mut Flow) {
        let text = app::text_input::normalize(text);
        self.visible += text.chars().filter(|c| !line::is_space(*c)).count();
        flow.text(&text, place.marks, place.breaks);
    }

    fn comment(&mut self, comment: &str, flow: &mut Flow) {
        if comment == "nextpage" {
            self.resolver.note(causes::PAGE_BREAK, "");
            self.close(flow);
        } else if comment == "more" || comment.starts_with("more ") {
            self.close(flow);
            flow.blocks.push(Block::More);
        }
    }

    fn element(&mut self, node: NodeRef<'_, Node>, element: &Element, place: Place, flow: &mut Flow) {
        let place = Place {
            breaks: if element.attr(BREAKS_KEPT).is_some() { Breaks::Kept } else { place.breaks },
            ..place
        };
        if let Some(label) = self.footnotes.label(node.id()) {
            flow.push(What::Note(label), Marks::default());
            return;
        }
        match element.name() {
            "br" => flow.line_break(place.marks),
            "a" => self.link(node, element, place, flow),
            "img" => self.picture(node, element, place, flow),
            "noscript" => {}
            "iframe" | "video" | "audio" => self.frame(node, element, place, flow),
            "pre" => self.preformatted(node, element, place, flow),
            "hr" => self.block(flow, |_| Some(Block::Rule)),
            "ul" | "ol" | "menu" | "dir" => self.list(node, element, place, flow),
            "blockquote" => self.quote(node, place, flow),
            "table" => self.table(node, place, flow),
            "figure" => self.figure(node, place, flow),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(node, element, place, flow),
            "summary" => {
                let marks = Marks { strong: true, ..place.marks };
                self.boxed(node, Place { marks, ..place }, flow);
            }
            // The form of figures before HTML 5.
            "div" if element.classes().any(|class| class == "wp-caption") => self.figure(node, place, flow),
            name if is_box(name) => self.boxed(node, place, flow),
            _ => self.children(node, Place { marks: visible::marks(element, place.marks), ..place }, flow),
        }
    }

    /// Reads an element that ends the paragraph before it and its own.
    fn boxed(&mut self, node: NodeRef<'_, Node>, place: Place, flow: &mut Flow) {
        self.close(flow);
        self.children(node, place, flow);
        self.close(flow);
    }

    /// Adds a block that `make` makes, after what comes before it.
    fn block(&mut self, flow: &mut Flow, make: impl FnOnce(&mut Self) -> Option<Block>) {
        self.close(flow);
        flow.blocks.extend(make(self));
    }

    /// Returns the blocks within an element.
    fn blocks(&mut self, node: NodeRef<'_, Node>, place: Place) -> Vec<Block> {
        let mut flow = Flow::default();
        self.children(node, place, &mut flow);
        self.finished(flow)
    }

    fn finished(&mut self, mut flow: Flow) -> Vec<Block> {
        self.close(&mut flow);
        flow.blocks
    }

    fn close(&mut self, flow: &mut Flow) {
        for mut paragraph in flow.take_paragraphs() {
            self.link_addresses(&mut paragraph);
            flow.blocks.extend(flow::shaped(paragraph));
        }
    }

    /// Reads a heading: one line without bold and italics. What is no line within it comes after it.
    fn heading(&mut self, node: NodeRef<'_, Node>, element: &Element, place: Place, flow: &mut Flow) {
        let level = element.name().bytes().last().map_or(2, |digit| digit.saturating_sub(b'0'));
        self.close(flow);
        for block in self.blocks(node, place) {
            flow.blocks.push(match block {
                Block::Paragraph(words) => Block::Heading(level, plain(words)),
                other => other,
            });
        }
    }

    /// Reads text whose white space counts: code, or a poem, whose lines are lines.
    fn preformatted(&mut self, node: NodeRef<'_, Node>, element: &Element, place: Place, flow: &mut Flow) {
        if element.classes().any(|class| class == "wp-block-verse") {
            return self.boxed(node, Place { breaks: Breaks::Kept, ..place }, flow);
        }
        let text = visible::preformatted(node);
        self.visible += text.chars().filter(|c| !line::is_space(*c)).count();
        let text = app::text_input::lines(&text).replace('\u{a0}', " ");
        let text = text.strip_prefix('\n').unwrap_or(&text).trim_end().to_owned();
        let language = visible::code_language(node).unwrap_or_default();
        self.block(flow, |_| (!text.is_empty()).then_some(Block::Code { language, text }));
    }

    /// Returns a place one list or quotation deeper; `None` at the deepest.
    fn deeper(&mut self, place: Place) -> Option<Place> {
        if place.nesting < MAX_NESTING {
            return Some(Place { nesting: place.nesting + 1, ..place });
        }
        if !std::mem::replace(&mut self.has_level_note, true) {
            self.resolver.note(causes::TOO_DEEP, "");
        }
        None
    }
}

/// Whether an element stands in a paragraph of its own. Elements that have blocks around or within them are none of them.
fn is_box(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "address"
            | "dl"
            | "dt"
            | "dd"
            | "figcaption"
            | "caption"
            | "details"
            | "center"
            | "body"
            | "html"
            | "fieldset"
            | "legend"
            | "form"
            | "li"
            | "tbody"
            | "thead"
            | "tfoot"
            | "tr"
            | "td"
            | "th"
            | "hgroup"
    )
}

/// Returns a line without bold and italics.
fn plain(mut words: Line) -> Line {
    for unit in &mut words {
        unit.marks = Marks { emphasis: false, strong: false, ..unit.marks };
    }
    line::single(words)
}

/// Moves all headings by as many levels as bring the highest to the second: the page has one of its own.
fn fit_headings(blocks: &mut [Block]) {
    let mut highest = u8::MAX;
    each_heading(blocks, &mut |level| highest = highest.min(*level));
    each_heading(blocks, &mut |level| *level = (*level + 2).saturating_sub(highest).clamp(2, 6));
}

fn each_heading(blocks: &mut [Block], act: &mut impl FnMut(&mut u8)) {
    for block in blocks {
        match block {
            Block::Heading(level, _) => act(level),
            Block::Quote(blocks) | Block::Footnote(_, blocks) => each_heading(blocks, act),
            Block::List { items, .. } => items.iter_mut().for_each(|item| each_heading(item, act)),
            _ => {}
        }
    }
}
