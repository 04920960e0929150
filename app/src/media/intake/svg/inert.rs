//! Whether a drawing that this program or its demo site has stored can stay as it is.

use resvg::usvg::roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::{MOST_BYTES, MOST_NODES};

/// Elements that only draw.
const ELEMENTS: [&str; 24] = [
    "svg",
    "g",
    "defs",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "use",
    "symbol",
    "text",
    "tspan",
    "title",
    "desc",
    "filter",
    "feGaussianBlur",
    "pattern",
];

/// Returns whether a file is a drawing that runs nothing and needs nothing from elsewhere: no scripts, no style sheets, no
/// addresses but of its own parts. All else has to be drawn anew.
pub(in crate::media) fn is_inert(bytes: &[u8]) -> bool {
    let Some(text) = str::from_utf8(bytes).ok().filter(|text| text.len() <= MOST_BYTES) else { return false };
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).is_ok_and(|document| {
        document.root_element().tag_name().name() == "svg" && document.descendants().all(only_draws)
    })
}

fn only_draws(node: Node<'_, '_>) -> bool {
    if node.is_pi() {
        return false;
    }
    !node.is_element()
        || node.tag_name().namespace() == Some("http://www.w3.org/2000/svg")
            && ELEMENTS.contains(&node.tag_name().name())
            && node.attributes().all(|attribute| stays_within(&attribute))
}

fn stays_within(attribute: &Attribute<'_, '_>) -> bool {
    let value = attribute.value().to_ascii_lowercase();
    let is_event = attribute.name().to_ascii_lowercase().starts_with("on");
    let leads_away = attribute.name().ends_with("href") && !value.trim_start().starts_with('#');
    let loads =
        value.matches("url(").count() != value.matches("url(#").count() || value.contains("javascript:");
    !is_event && !leads_away && !loads
}

#[cfg(test)]
mod tests {
    use super::is_inert;

    #[test]
    fn only_what_draws_is_inert() {
        let svg = |inner: &str| format!("<svg xmlns='http://www.w3.org/2000/svg'>{inner}</svg>");
        for inner in
            ["<path d='M0 0h9'/>", "<text x='1'>Ord</text>", "<g fill='url(#a)'><use href='#b'/></g>"]
        {
            assert!(is_inert(svg(inner).as_bytes()), "{inner}");
        }
        for inner in [
            "<script>1</script>",
            "<style>@import url(//a)</style>",
            "<path onclick='a()'/>",
            "<use href='https://a.example/b.svg#c'/>",
            "<g fill='url(https://a.example)'/>",
            "<foreignObject/>",
            "<image href='#a'/>",
            "<a href='javascript:alert(1)'/>",
            "<b xmlns='http://www.w3.org/1999/xhtml'/>",
        ] {
            assert!(!is_inert(svg(inner).as_bytes()), "{inner}");
        }
        assert!(!is_inert(b"<svg/>") && !is_inert(b"x") && !is_inert(b"\xff"));
        assert!(!is_inert(b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>"));
    }
}
