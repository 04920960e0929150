//! Lexical, the tree of Ghost's editor since version 5, as HTML.

use app::import::Resolver;
use html_escape::encode_text;
use serde_json::Value;

use super::cards::{self, field};
use super::text::Pieces;
use super::{causes, markup};

/// The bits of a text's format, and their elements, the outermost first.
const FORMATS: [(u64, &str); 8] =
    [(1, "strong"), (2, "em"), (4, "s"), (8, "u"), (128, "mark"), (32, "sub"), (64, "sup"), (16, "code")];
/// The formats that Markdown has nothing for.
const WITHOUT_COUNTERPART: u64 = 8 | 128;

/// Returns the text of a tree; empty when it has none.
pub(super) fn pieces(tree: &Value, resolver: &mut dyn Resolver) -> Pieces {
    let mut pieces = Pieces::default();
    for node in children(&tree["root"]) {
        block(node, &mut pieces, resolver);
    }
    pieces
}

fn children(node: &Value) -> impl Iterator<Item = &Value> {
    node["children"].as_array().into_iter().flatten()
}

fn block(node: &Value, pieces: &mut Pieces, resolver: &mut dyn Resolver) {
    match field(node, "type") {
        "paragraph" => element("p", node, pieces.html(), resolver),
        "heading" | "extended-heading" => element(heading(node), node, pieces.html(), resolver),
        "quote" | "extended-quote" | "aside" => element("blockquote", node, pieces.html(), resolver),
        "list" => list(node, pieces.html(), resolver),
        card => cards::card(card, node, pieces, resolver),
    }
}

fn heading(node: &Value) -> &'static str {
    match field(node, "tag") {
        "h1" => "h1",
        "h3" => "h3",
        "h4" => "h4",
        "h5" => "h5",
        "h6" => "h6",
        _ => "h2",
    }
}

fn element(name: &str, node: &Value, html: &mut String, resolver: &mut dyn Resolver) {
    markup::begin(html, name);
    inline(node, html, resolver);
    markup::end(html, name);
}

/// Writes a list. The tree wraps an inner list in an item of its own, which here belongs to the item before it.
fn list(node: &Value, html: &mut String, resolver: &mut dyn Resolver) {
    let is_numbered = field(node, "listType") == "number";
    let start = node["start"].as_u64().unwrap_or(1);
    if is_numbered {
        html.extend(["<ol start=\"", &*start.to_string(), "\">"]);
    } else {
        markup::begin(html, "ul");
    }
    let mut is_open = false;
    for item in children(node) {
        let is_inner_list = children(item).next().is_some_and(|first| field(first, "type") == "list");
        if !(is_open && is_inner_list) {
            *html += if is_open { "</li><li>" } else { "<li>" };
            is_open = true;
        }
        for child in children(item) {
            if field(child, "type") == "list" {
                list(child, html, resolver);
            } else {
                in_line(child, html, resolver);
            }
        }
    }
    *html += if is_open { "</li>" } else { "" };
    *html += if is_numbered { "</ol>" } else { "</ul>" };
}

fn inline(node: &Value, html: &mut String, resolver: &mut dyn Resolver) {
    for child in children(node) {
        in_line(child, html, resolver);
    }
}

fn in_line(node: &Value, html: &mut String, resolver: &mut dyn Resolver) {
    match field(node, "type") {
        "linebreak" => *html += "<br>",
        "tab" => html.push(' '),
        "link" | "autolink" | "at-link" => {
            markup::begin_link(html, field(node, "url"));
            inline(node, html, resolver);
            markup::end(html, "a");
        }
        _ if node["text"].is_string() => text(node, html, resolver),
        _ => inline(node, html, resolver),
    }
}

fn text(node: &Value, html: &mut String, resolver: &mut dyn Resolver) {
    let text = field(node, "text");
    let format = node["format"].as_u64().unwrap_or_default();
    if format & WITHOUT_COUNTERPART != 0 {
        resolver.note(causes::FORMAT, text);
    }
    let elements = || FORMATS.into_iter().filter(|(bit, _)| format & bit & !WITHOUT_COUNTERPART != 0);
    for (_, name) in elements() {
        markup::begin(html, name);
    }
    *html += &encode_text(text);
    for (_, name) in elements().collect::<Vec<_>>().into_iter().rev() {
        markup::end(html, name);
    }
}
