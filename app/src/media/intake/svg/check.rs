//! Checks a drawing's XML before anything is made of it: that it is SVG, that we can draw all of it, and that copies of
//! copies do not make it endless.

use resvg::usvg::roxmltree::{Document, Node};

use super::references::References;
use crate::media::PictureError;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Longest value of an entity, in bytes: an address of a namespace.
const LONGEST_ENTITY: usize = 200;
/// Most places where a file with entities may use one.
const MOST_ENTITY_USES: usize = 2_000;
/// How deep elements may be nested, counting what they refer to. Each level takes some of the stack.
const DEEPEST: u32 = 40;
/// Most bytes of elements and attributes with all copies, and what an element costs beside its attributes.
const MOST_BYTES: usize = 8 * 1024 * 1024;
const ELEMENT_BYTES: usize = 100;
/// Most bytes of style sheets: each of their rules is held against each element.
const MOST_STYLE_BYTES: usize = 64 * 1024;

/// Refuses entities that could make much of little: long ones, those of others, and too many uses of them.
pub(super) fn entities_are_short(text: &str) -> Result<(), PictureError> {
    let mut declarations = text.split("<!ENTITY").skip(1).peekable();
    if declarations.peek().is_none() {
        return Ok(());
    }
    let is_short = |declaration: &str| {
        let quote = declaration.find(['"', '\'']).and_then(|at| declaration.get(at..)?.split_at_checked(1));
        let value = quote.and_then(|(quote, rest)| rest.split(quote).next());
        value.is_some_and(|value| value.len() <= LONGEST_ENTITY && !value.contains(['&', '%']))
    };
    let are_few = text.matches('&').count() <= MOST_ENTITY_USES;
    if are_few && declarations.all(is_short) { Ok(()) } else { Err(PictureError::SvgTooDetailed) }
}

/// Refuses a drawing that is none, that has parts which we cannot draw, or that takes too long.
pub(super) fn check(document: &Document<'_>) -> Result<(), PictureError> {
    let root = document.root_element();
    if !is_svg(root, "svg") {
        return Err(PictureError::WrongKind);
    }
    let styles: String = document
        .descendants()
        .filter(|node| is_svg(*node, "style"))
        .flat_map(|style| style.children().filter_map(|text| text.text()))
        .collect();
    if styles.len() > MOST_STYLE_BYTES {
        return Err(PictureError::SvgTooDetailed);
    }
    let references = References::new(document, &styles)?;
    Visit { references, bytes_left: MOST_BYTES }.element(root, 0)
}

fn is_svg(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().namespace() == Some(SVG) && node.tag_name().name() == name
}

/// A walk through all elements, and through everything that they refer to as often as they do.
struct Visit<'d> {
    references: References<'d>,
    bytes_left: usize,
}

impl<'d> Visit<'d> {
    fn element(&mut self, element: Node<'d, 'd>, depth: u32) -> Result<(), PictureError> {
        if element.tag_name().namespace() != Some(SVG) {
            // The drawing program's own notes.
            return Ok(());
        }
        match element.tag_name().name() {
            // What usvg leaves out together with everything in it.
            "script" | "style" | "foreignObject" | "metadata" | "title" | "desc" => return Ok(()),
            "text" if has_words(element) => return Err(PictureError::SvgText),
            "image" => return Err(PictureError::SvgParts),
            _ => {}
        }
        // An id is written as it stands, and these two would end the attribute's text.
        if element.attribute("id").is_some_and(|id| id.contains(['<', '&'])) {
            return Err(PictureError::SvgParts);
        }
        let attributes: usize = element.attributes().map(|attribute| attribute.value().len()).sum();
        let left = self.bytes_left.checked_sub(ELEMENT_BYTES + attributes);
        self.bytes_left = left.filter(|_| depth < DEEPEST).ok_or(PictureError::SvgTooDetailed)?;
        for target in self.references.of(element) {
            match target.tag_name().name() {
                "filter" | "pattern" | "marker" | "image" => return Err(PictureError::SvgParts),
                _ => self.element(target, depth + 1)?,
            }
        }
        for child in element.children().filter(Node::is_element) {
            self.element(child, depth + 1)?;
        }
        Ok(())
    }
}

fn has_words(text: Node<'_, '_>) -> bool {
    text.descendants().filter_map(|node| node.text()).any(|words| !words.trim().is_empty())
}
