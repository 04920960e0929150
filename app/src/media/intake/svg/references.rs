//! Which elements of a drawing use which others: by `href`, by `url(#id)` in attributes, and by classes whose rules have one.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{Document, Node};

use crate::media::PictureError;

/// The elements by id, and the ids that rules for classes name.
pub(super) struct References<'d> {
    elements: HashMap<&'d str, Node<'d, 'd>>,
    of_classes: HashMap<String, Vec<String>>,
}

impl<'d> References<'d> {
    /// Reads ids and style sheets. Rules that name other elements must be for classes alone, as drawing programs write
    /// them: otherwise nobody can tell without a style engine how often an element is used.
    pub(super) fn new(document: &'d Document<'d>, styles: &str) -> Result<Self, PictureError> {
        let elements =
            document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
        let mut of_classes: HashMap<String, Vec<String>> = HashMap::new();
        for rule in styles.split('}') {
            let (selectors, declarations) = rule.split_once('{').unwrap_or_default();
            let ids: Vec<String> = named(declarations).map(str::to_owned).collect();
            if ids.is_empty() {
                continue;
            }
            for selector in selectors.split(',') {
                let class = selector.trim().strip_prefix('.').filter(|class| class.chars().all(is_name));
                let class = class.ok_or(PictureError::SvgParts)?;
                of_classes.entry(class.to_owned()).or_default().extend(ids.iter().cloned());
            }
        }
        Ok(Self { elements, of_classes })
    }

    /// Returns the elements that an element uses, each as often as it does.
    pub(super) fn of(&self, element: Node<'d, 'd>) -> Vec<Node<'d, 'd>> {
        let mut ids: Vec<&str> = Vec::new();
        for attribute in element.attributes() {
            ids.extend(named(attribute.value()));
            if attribute.name() == "href" {
                ids.extend(attribute.value().trim().strip_prefix('#'));
            }
        }
        let classes = element.attribute("class").unwrap_or_default().split_ascii_whitespace();
        ids.extend(classes.filter_map(|class| self.of_classes.get(class)).flatten().map(String::as_str));
        ids.into_iter().filter_map(|id| self.elements.get(id)).copied().collect()
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// Returns the ids in every `url(#id)` of a text.
fn named(text: &str) -> impl Iterator<Item = &str> {
    const AROUND: [char; 2] = ['"', '\''];
    text.split("url(").skip(1).filter_map(|rest| {
        let address = rest.split(')').next()?.trim().trim_matches(AROUND);
        address.trim().strip_prefix('#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(svg: &str) -> Vec<String> {
        let document = Document::parse(svg).unwrap();
        let style = document.descendants().find(|node| node.has_tag_name("style"));
        let references =
            References::new(&document, style.and_then(|style| style.text()).unwrap_or_default()).unwrap();
        let path = document.descendants().find(|node| node.has_tag_name("path")).unwrap();
        references.of(path).iter().map(|node| node.attribute("id").unwrap().to_owned()).collect()
    }

    #[test]
    fn each_way_to_name_an_element_is_found() {
        for path in [
            r##"<path href="#a"/>"##,
            r#"<path fill="url(#a)"/>"#,
            r#"<path style="fill: url( '#a' ) red"/>"#,
            r#"<style>.x,.y{fill:url(#a)}</style><path class="z y"/>"#,
        ] {
            assert_eq!(used(&format!(r#"<svg><b id="a"/><b id="c"/>{path}</svg>"#)), ["a"], "{path}");
        }
        assert!(used(r#"<svg><path href="x.svg#a" fill="url(http://x/#a)"/><b id="a"/></svg>"#).is_empty());
    }

    #[test]
    fn rules_for_more_than_classes_may_not_name_elements() {
        let document = Document::parse("<svg/>").unwrap();
        for (styles, are_fine) in [
            ("*{fill:red} g path{stroke:blue}", true),
            (".a{mask:url(#a)}", true),
            ("*{mask:url(#a)}", false),
            (".a .b{mask:url(#a)}", false),
            ("@media all{g{mask:url(#a)}}", false),
        ] {
            assert_eq!(References::new(&document, styles).is_ok(), are_fine, "{styles}");
        }
    }
}
