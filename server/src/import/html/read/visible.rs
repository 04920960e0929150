//! What of a tree readers see.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::super::causes;
use super::super::document::Marks;
use super::super::line::is_space;
use super::Reader;

impl Reader<'_> {
    /// Whether an element or at least its text stays. The report hears of those that do not.
    pub(super) fn is_shown(&mut self, node: NodeRef<'_, Node>, element: &Element) -> bool {
        self.note_events(element);
        let name = element.name();
        if self.taken.contains(&node.id()) || causes::is_unseen(name) {
            return false;
        }
        if let Some(cause) = causes::removed(name) {
            self.resolver.note(cause, "");
            return false;
        }
        if name == "form" {
            self.resolver.note(causes::FORM, "");
        }
        if is_hidden(element) {
            let words = words(node);
            if !words.is_empty() {
                self.resolver.note(causes::HIDDEN, &words);
            }
            return false;
        }
        // Beside a picture that is fetched later it holds the same once more.
        let before = node.prev_siblings().find(|before| before.value().is_element());
        let is_twin =
            || before.is_some_and(|before| before.value().as_element().is_some_and(|it| it.name() == "img"));
        if name == "noscript" && has(node, "img") && !is_twin() {
            self.resolver.note(causes::PIXEL, "");
        }
        true
    }

    fn note_events(&mut self, element: &Element) {
        for (name, _) in element.attrs() {
            if name.len() > 3 && name.starts_with("on") && name.bytes().all(|byte| byte.is_ascii_lowercase())
            {
                self.resolver.note(causes::EVENT, name);
            }
        }
    }
}

/// Whether an element is hidden from all readers. A class may hide it, too, but nobody can tell without the old style sheet.
pub(super) fn is_hidden(element: &Element) -> bool {
    let style =
        element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(char::is_whitespace, "");
    element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|hides| style.contains(hides))
}

/// Returns the marks of the text in an inline element.
pub(super) fn marks(element: &Element, around: Marks) -> Marks {
    let style =
        element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(char::is_whitespace, "");
    let is = |property: &str, values: &[&str]| {
        let value = style.split(';').find_map(|rule| rule.strip_prefix(property)?.strip_prefix(':'));
        value.is_some_and(|value| values.iter().any(|known| value.starts_with(known)))
    };
    let mut marks = around;
    match element.name() {
        // Google Docs wraps everything in a `b` that is not bold.
        "b" | "strong" => marks.strong |= !is("font-weight", &["normal", "400"]),
        "i" | "em" | "cite" | "dfn" | "var" => marks.emphasis |= !is("font-style", &["normal"]),
        "s" | "del" | "strike" => marks.strike = true,
        "code" | "kbd" | "samp" | "tt" => marks.code = true,
        "span" => {
            marks.strong |= is("font-weight", &["bold", "6", "7", "8", "9"]);
            marks.emphasis |= is("font-style", &["italic", "oblique"]);
            marks.strike |= is("text-decoration", &["line-through"]);
        }
        _ => {}
    }
    marks
}

/// Returns the first words of an element, for the report.
pub(super) fn words(node: NodeRef<'_, Node>) -> String {
    let mut words = String::new();
    for node in node.descendants() {
        if let (Node::Text(text), false) = (node.value(), in_code(node)) {
            words.push_str(text);
            words.push(' ');
        }
        if words.len() > 200 {
            break;
        }
    }
    let words: Vec<_> = words.split(is_space).filter(|word| !word.is_empty()).take(10).collect();
    words.join(" ")
}

/// Whether a text is the code of a script or a style sheet.
pub(crate) fn in_code(node: NodeRef<'_, Node>) -> bool {
    let parent = node.parent().and_then(|parent| parent.value().as_element());
    parent.is_some_and(|parent| matches!(parent.name(), "script" | "style"))
}

/// Whether there is an element of a kind in a node.
pub(super) fn has(node: NodeRef<'_, Node>, name: &str) -> bool {
    first(node, name).is_some()
}

/// Returns the first element of a kind in a node.
pub(super) fn first<'a>(node: NodeRef<'a, Node>, name: &str) -> Option<NodeRef<'a, Node>> {
    node.descendants()
        .skip(1)
        .find(|inner| inner.value().as_element().is_some_and(|inner| inner.name() == name))
}

/// Returns the text of a node with its breaks.
pub(super) fn preformatted(node: NodeRef<'_, Node>) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        match node.value() {
            Node::Text(part) if !in_code(node) => text.push_str(part),
            Node::Element(element) if element.name() == "br" => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// Returns the language that a block of code names, as highlighters read it.
pub(super) fn code_language(node: NodeRef<'_, Node>) -> Option<String> {
    let elements = node.descendants().filter_map(|node| node.value().as_element());
    let named = elements.flat_map(Element::classes).find_map(|class| {
        class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-")).map(str::to_owned)
    });
    named.filter(|name| {
        name.len() <= 20 && name.chars().all(|c| c.is_ascii_alphanumeric() || "+-#".contains(c))
    })
}
