//! Lists.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::super::document::Block;
use super::flow::Flow;
use super::{Place, Reader};

impl Reader<'_> {
    /// Reads a list.
    pub(super) fn list(&mut self, node: NodeRef<'_, Node>, element: &Element, place: Place, flow: &mut Flow) {
        self.close(flow);
        let is_gallery = element.classes().any(|class| class.contains("gallery"));
        let Some(deeper) = self.deeper(place).filter(|_| !is_gallery) else {
            return self.boxed(node, place, flow);
        };
        let start = (element.name() == "ol").then(|| {
            element
                .attr("start")
                .and_then(|start| start.trim().parse().ok())
                .filter(|start| *start < 1_000_000_000)
        });
        let mut items: Vec<Vec<Block>> = Vec::new();
        for child in node.children() {
            let name = child.value().as_element().map(Element::name).unwrap_or_default();
            let mut inner = Flow::default();
            self.node(child, deeper, &mut inner);
            let blocks: Vec<Block> = self.finished(inner).into_iter().map(as_paragraph).collect();
            if blocks.is_empty() {
                continue;
            }
            match items.last_mut() {
                // A list beside the items belongs to the one before it.
                Some(before) if matches!(name, "ul" | "ol") => before.extend(blocks),
                _ => items.push(blocks),
            }
        }
        if !items.is_empty() {
            flow.blocks.push(Block::List { start: start.map(|start| start.unwrap_or(1)), items });
        }
    }
}

/// Headings in lists are paragraphs.
fn as_paragraph(block: Block) -> Block {
    if let Block::Heading(_, line) = block { Block::Paragraph(line) } else { block }
}
