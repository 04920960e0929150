//! Mobiledoc, the tree of Ghost's editor from version 1 to 4, as HTML.

use app::import::Resolver;
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use serde_json::Value;

use super::text::Pieces;
use super::{cards, markup};

/// Kinds of sections.
const MARKUP: u64 = 1;
const IMAGE: u64 = 2;
const LIST: u64 = 3;
const CARD: u64 = 10;
/// Elements that a section or mark may be; anything else is a paragraph or plain text.
const SECTIONS: [&str; 9] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside"];
const MARKS: [&str; 8] = ["strong", "b", "em", "i", "s", "code", "sub", "sup"];

/// Returns the text of a tree; empty when it has none.
pub(super) fn pieces(tree: &Value, resolver: &mut dyn Resolver) -> Pieces {
    let mut pieces = Pieces::default();
    for section in array(&tree["sections"]) {
        match section[0].as_u64() {
            Some(MARKUP) => {
                let name = known(&section[1], &SECTIONS).unwrap_or("p");
                let name = if name == "aside" { "blockquote" } else { name };
                element(pieces.html(), name, tree, &section[2]);
            }
            Some(IMAGE) => {
                pieces.html().extend(["<p><img src=\"", &*attribute(string(&section[1])), "\"></p>"]);
            }
            Some(LIST) => {
                let name = if string(&section[1]) == "ol" { "ol" } else { "ul" };
                markup::begin(pieces.html(), name);
                for item in array(&section[2]) {
                    element(pieces.html(), "li", tree, item);
                }
                markup::end(pieces.html(), name);
            }
            Some(CARD) => {
                let card = &tree["cards"][index(&section[1])];
                cards::card(string(&card[0]), &card[1], &mut pieces, resolver);
            }
            _ => {}
        }
    }
    pieces
}

fn element(html: &mut String, name: &str, tree: &Value, content: &Value) {
    markup::begin(html, name);
    markers(html, tree, content);
    markup::end(html, name);
}

/// Writes the text of a section: `[kind, indices of marks that begin, how many end after it, text or index of an atom]`.
fn markers(html: &mut String, tree: &Value, markers: &Value) {
    let mut open = Vec::new();
    for marker in array(markers) {
        for begun in array(&marker[1]) {
            let mark = &tree["markups"][index(begun)];
            open.push(if string(&mark[0]) == "a" {
                markup::begin_link(html, href(&mark[1]));
                Some("a")
            } else {
                known(&mark[0], &MARKS).inspect(|name| markup::begin(html, name))
            });
        }
        match marker[0].as_u64() {
            Some(1) => *html += &atom(&tree["atoms"][index(&marker[3])]),
            _ => *html += &encode_text(string(&marker[3])),
        }
        for _ in 0..marker[2].as_u64().unwrap_or_default() {
            let Some(ended) = open.pop() else { break };
            if let Some(name) = ended {
                markup::end(html, name);
            }
        }
    }
}

fn atom(atom: &Value) -> String {
    match string(&atom[0]) {
        "soft-return" => "<br>".to_owned(),
        _ => encode_text(string(&atom[1])).into_owned(),
    }
}

/// Returns the address among a mark's attributes, which are names and values in turn.
fn href(attributes: &Value) -> &str {
    let attributes: Vec<_> = array(attributes).map(string).collect();
    attributes
        .chunks(2)
        .find(|pair| pair[0] == "href")
        .and_then(|pair| pair.get(1))
        .copied()
        .unwrap_or_default()
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Returns an index; one that is none leads past every end.
fn index(value: &Value) -> usize {
    value.as_u64().and_then(|index| usize::try_from(index).ok()).unwrap_or(usize::MAX)
}

fn known<'a>(value: &Value, names: &[&'a str]) -> Option<&'a str> {
    names.iter().copied().find(|name| *name == string(value))
}
