//! Quotations with their source, which Markdown writes as the last paragraph and with a dash.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::super::document::{Block, Line, Marks, Unit, What, text};
use super::super::line;
use super::flow::Flow;
use super::{Place, Reader};

impl Reader<'_> {
    /// Reads a quotation.
    pub(super) fn quote(&mut self, node: NodeRef<'_, Node>, place: Place, flow: &mut Flow) {
        self.close(flow);
        let Some(deeper) = self.deeper(place) else { return self.boxed(node, place, flow) };
        let source = node.children().filter(|child| is_source(*child)).last();
        let mut inner = Flow::default();
        for child in node.children().filter(|child| Some(child.id()) != source.map(|source| source.id())) {
            self.node(child, deeper, &mut inner);
        }
        let mut blocks = self.finished(inner);
        let outside = source.is_none().then(|| caption(node)).flatten();
        if let Some(source) = source.or(outside) {
            if outside.is_some() {
                self.taken.insert(source.id());
            }
            let mut words = self.blocks(source, Place { marks: Marks::default(), ..place });
            match (words.pop(), words.is_empty(), blocks.is_empty()) {
                (Some(Block::Paragraph(words)), true, false) => blocks.push(Block::Paragraph(dashed(words))),
                (last, _, _) => {
                    words.extend(last);
                    blocks.extend(words);
                }
            }
        }
        if !blocks.is_empty() {
            flow.blocks.push(Block::Quote(blocks));
        }
    }
}

/// Whether an element in a quotation names its source.
fn is_source(node: NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|element| matches!(element.name(), "cite" | "footer"))
}

/// Returns the caption of the figure that a quotation is in.
fn caption(node: NodeRef<'_, Node>) -> Option<NodeRef<'_, Node>> {
    let is = |node: NodeRef<'_, Node>, name: &str| node.value().as_element().map(Element::name) == Some(name);
    let figure = node.parent().filter(|parent| is(*parent, "figure"))?;
    figure.children().find(|child| is(*child, "figcaption"))
}

/// Returns a source with the one dash before it.
fn dashed(source: Line) -> Line {
    let plain = text(&source);
    let without = plain.trim_start_matches(['–', '—', '-']).trim_start();
    let skipped = plain.chars().count() - without.chars().count();
    let dash = "– ".chars().map(|c| Unit { what: What::Char(c), marks: Marks::default() });
    line::single(dash.chain(source.into_iter().skip(skipped)).collect())
}
