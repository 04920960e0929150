//! Pictures, with the words under them.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::super::causes;
use super::super::document::{Block, Marks, Picture, What, text};
use super::super::line;
use super::address::{is_picture, scheme};
use super::flow::Flow;
use super::visible::first;
use super::{Place, Reader};

/// Attributes in which themes keep the address of a picture that is fetched when it is scrolled to, the best first.
const LATER: [&str; 8] = [
    "data-orig-file",
    "data-large-file",
    "data-full-url",
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-gif",
    "data-image",
];

impl Reader<'_> {
    /// Reads a picture in running text.
    pub(super) fn picture(
        &mut self,
        node: NodeRef<'_, Node>,
        element: &Element,
        place: Place,
        flow: &mut Flow,
    ) {
        match self.resolved(node, element, "") {
            Ok(picture) => flow.push(What::Picture(Box::new(picture)), place.marks.link_only()),
            Err(alt) if alt.is_empty() => {}
            Err(alt) => flow.words(&alt, place.marks),
        }
    }

    /// Reads pictures in a link to the file of one: the link leads to the picture here.
    pub(super) fn linked_pictures(
        &mut self,
        node: NodeRef<'_, Node>,
        address: &str,
        place: Place,
        flow: &mut Flow,
    ) {
        let mut inner = Flow::default();
        self.children(node, Place { marks: Marks { link: None, ..place.marks }, ..place }, &mut inner);
        let mut blocks = self.finished(inner);
        let shows_any = blocks.iter().any(|block| matches!(block, Block::Figure(_)));
        let target = shows_any.then(|| self.resolver.picture(address, "", "")).flatten();
        let around = target.map(|target| self.index(target));
        for block in blocks.drain(..) {
            match block {
                Block::Figure(picture) => {
                    flow.push(What::Picture(Box::new(picture)), Marks { link: around, ..Marks::default() });
                }
                Block::Paragraph(line) => {
                    for unit in line {
                        flow.push(unit.what, Marks { link: around, ..unit.marks });
                    }
                }
                other => {
                    self.close(flow);
                    flow.blocks.push(other);
                }
            }
        }
    }

    /// Reads a figure: a picture with the words under it. Any other figure is what is in it.
    pub(super) fn figure(&mut self, node: NodeRef<'_, Node>, place: Place, flow: &mut Flow) {
        let is_nested = |name: &str| first(node, name).is_some();
        let images = node.descendants().filter(|inner| is_element(*inner, "img")).count();
        if images != 1
            || ["figure", "blockquote", "table", "pre", "video", "iframe"].into_iter().any(is_nested)
        {
            return self.boxed(node, place, flow);
        }
        let caption = first(node, "figcaption").or_else(|| with_class(node, "wp-caption-text"));
        let Some(caption) = caption else { return self.boxed(node, place, flow) };
        self.close(flow);
        let before = self.visible;
        let words = self.blocks(caption, Place { marks: Marks::default(), ..place });
        let words_visible = self.visible - before;
        let [Block::Paragraph(words)] = &*words else {
            self.visible -= words_visible;
            return self.boxed(node, place, flow);
        };
        let plain = text(&line::single(words.clone()));
        let mut inner = Flow::default();
        self.taken.insert(caption.id());
        self.children(node, place, &mut inner);
        let blocks = self.finished(inner);
        let is_marked = words.iter().any(|unit| unit.marks != Marks::default());
        match self.captioned(blocks, &plain) {
            Ok(figure) => {
                if is_marked {
                    self.resolver.note(causes::CAPTION, &plain);
                }
                flow.blocks.push(figure);
            }
            // The words under a picture that has another form, or is missing, are a paragraph after it.
            Err(blocks) => {
                flow.blocks.extend(blocks);
                flow.blocks.push(Block::Paragraph(words.clone()));
            }
        }
    }

    /// Puts words under the picture that is all there is.
    fn captioned(&mut self, mut blocks: Vec<Block>, caption: &str) -> Result<Block, Vec<Block>> {
        let picture = match &*blocks {
            [Block::Figure(picture)] => picture,
            [Block::Paragraph(paragraph)] => match &**paragraph {
                [unit] => match (&unit.what, unit.marks.link) {
                    // A link to the picture itself: the page offers it in its full size anyway.
                    (What::Picture(picture), Some(link))
                        if self.links.get(link as usize) == Some(&picture.address) =>
                    {
                        self.resolver.note(causes::FIGURE_LINK, caption);
                        picture
                    }
                    _ => return Err(blocks),
                },
                _ => return Err(blocks),
            },
            _ => return Err(blocks),
        };
        let picture = Picture { caption: caption.to_owned(), ..picture.clone() };
        blocks.clear();
        Ok(Block::Figure(picture))
    }

    /// Returns a picture with its address here, or its alternative text when it cannot be had.
    fn resolved(
        &mut self,
        node: NodeRef<'_, Node>,
        element: &Element,
        caption: &str,
    ) -> Result<Picture, String> {
        let alt = app::text_input::line(element.attr("alt").unwrap_or_default());
        let is_tiny =
            |side: &str| element.attr(side).is_some_and(|side| matches!(side.trim(), "0" | "1" | "2"));
        if is_tiny("width") && is_tiny("height") {
            self.resolver.note(causes::PIXEL, "");
            return Err(String::new());
        }
        let Some(address) = best_address(node, element) else {
            self.resolver.note(
                causes::BAD_PICTURE,
                element.attr("src").filter(|src| src.len() < 200).unwrap_or_default(),
            );
            return Err(alt);
        };
        let known = || self.options.alt_of.and_then(|alt_of| alt_of(&address)).unwrap_or_default();
        let alt = if alt.is_empty() { known() } else { alt };
        match self.resolver.picture(&address, &alt, caption) {
            Some(address) => Ok(Picture { address, alt, caption: caption.to_owned() }),
            None => Err(alt),
        }
    }
}

fn is_element(node: NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

fn with_class<'a>(node: NodeRef<'a, Node>, class: &str) -> Option<NodeRef<'a, Node>> {
    node.descendants().find(|inner| {
        inner.value().as_element().is_some_and(|inner| inner.classes().any(|known| known == class))
    })
}

/// Returns the address of the picture itself: not of the stand-in that is shown until somebody scrolls there.
fn best_address(node: NodeRef<'_, Node>, element: &Element) -> Option<String> {
    let later = LATER.iter().filter_map(|name| element.attr(name)).map(str::to_owned);
    let set = ["srcset", "data-srcset"].into_iter().filter_map(|name| largest(element.attr(name)?));
    let own = element.attr("src").map(str::to_owned);
    later.chain(set).chain(own).find(|address| is_address(address)).or_else(|| twin(node))
}

/// Returns the address of the same picture for browsers without scripts, which stands after it.
fn twin(node: NodeRef<'_, Node>) -> Option<String> {
    let next = node.next_siblings().find(|next| next.value().is_element())?;
    let image = first(next, "img").filter(|_| is_element(next, "noscript"))?;
    let address = image.value().as_element()?.attr("src")?;
    is_address(address).then(|| address.to_owned())
}

/// Returns the address in a `srcset` that has the largest picture.
fn largest(set: &str) -> Option<String> {
    let size = |descriptor: &str| -> f64 {
        descriptor.trim_end_matches(['w', 'x', 'h']).parse().unwrap_or_default()
    };
    let parts = set.split(", ").filter_map(|part| {
        let (address, descriptor) = part.trim().trim_end_matches(',').rsplit_once(char::is_whitespace)?;
        Some((address.trim().to_owned(), size(descriptor)))
    });
    parts.max_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(address, _)| address)
}

/// Whether a text can be the address of a picture: a whole one or a path.
fn is_address(text: &str) -> bool {
    let is_fetched = matches!(scheme(text).as_deref(), None | Some("http" | "https"));
    is_fetched && (text.contains('/') || is_picture(text))
}
