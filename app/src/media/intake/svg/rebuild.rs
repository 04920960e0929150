//! Writes a drawing anew, and makes sure that nothing is in it but shapes and colours.

use resvg::usvg::roxmltree::{Document, Node};
use resvg::usvg::{Indent, Tree, WriteOptions};

use crate::media::PictureError;

/// Everything that may be in a drawing. What is not in these lists can do something, or show something of elsewhere.
const ELEMENTS: [&str; 9] =
    ["svg", "defs", "g", "path", "linearGradient", "radialGradient", "stop", "clipPath", "mask"];
const ATTRIBUTES: [&str; 44] = [
    "id",
    "width",
    "height",
    "viewBox",
    "x",
    "y",
    "d",
    "transform",
    "opacity",
    "visibility",
    "style",
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "paint-order",
    "shape-rendering",
    "clip-path",
    "clip-rule",
    "mask",
    "mask-type",
    "maskUnits",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "fx",
    "fy",
    "gradientUnits",
    "gradientTransform",
    "spreadMethod",
    "offset",
    "stop-color",
    "stop-opacity",
];

/// A drawing with a side below this, in its own units, needs more decimals.
const SMALL: f32 = 100.0;

/// Writes a drawing that is shown in a size in pixels when nobody says otherwise.
pub(super) fn rebuild(tree: &Tree, width: u32, height: u32) -> Result<String, PictureError> {
    let size = tree.size();
    let precision = if size.width().min(size.height()) < SMALL { 6 } else { 3 };
    let options = WriteOptions {
        indent: Indent::None,
        coordinates_precision: precision,
        transforms_precision: 6,
        ..WriteOptions::default()
    };
    let written = tree.to_string(&options);
    // usvg writes no view box, without which the drawing would not follow the size of its place on a page.
    let (_, content) = written.split_once('>').ok_or(PictureError::Internal)?;
    let drawing = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {} {}">{content}"#,
        size.width(),
        size.height(),
    );
    if is_harmless(&drawing) { Ok(drawing) } else { Err(PictureError::SvgParts) }
}

fn is_harmless(drawing: &str) -> bool {
    let Ok(document) = Document::parse(drawing) else { return false };
    document.descendants().all(|node| !node.is_pi() && (!node.is_element() || is_harmless_element(node)))
}

fn is_harmless_element(element: Node<'_, '_>) -> bool {
    let is_harmless_value = |value: &str| {
        // Nothing but a part of the drawing itself.
        value.match_indices("url(").all(|(at, _)| value.get(at..).is_some_and(|url| url.starts_with("url(#")))
    };
    ELEMENTS.contains(&element.tag_name().name())
        && element.attributes().all(|attribute| {
            attribute.namespace().is_none()
                && ATTRIBUTES.contains(&attribute.name())
                && is_harmless_value(attribute.value())
        })
}
