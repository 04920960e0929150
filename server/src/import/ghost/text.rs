//! The text of a post, from the newest of the sources that Ghost has kept texts in.

use app::import::Resolver;
use serde_json::Value;

use super::row::Row;
use super::{causes, lexical, mobiledoc};
use crate::import::html::{self, plain_text};
use crate::import::resolved::resolved;

/// The sources, the newest first.
const SOURCES: [&str; 4] = ["lexical", "mobiledoc", "html", "markdown"];

/// A text in parts, each in its own language.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    before: Vec<Piece>,
    html: String,
}

#[derive(Debug)]
enum Piece {
    Html(String),
    Markdown(String),
}

impl Pieces {
    /// Returns the HTML at the end, to add to.
    pub(super) const fn html(&mut self) -> &mut String {
        &mut self.html
    }

    /// Adds Markdown.
    pub(super) fn markdown(&mut self, text: &str) {
        self.before.push(Piece::Html(std::mem::take(&mut self.html)));
        self.before.push(Piece::Markdown(text.to_owned()));
    }

    /// Returns the parts in their order; none when they say nothing.
    fn finish(mut self) -> Vec<Piece> {
        self.before.push(Piece::Html(self.html));
        let says_something = |piece: &Piece| match piece {
            Piece::Html(html) => !plain_text(html).is_empty() || html.contains("<img"),
            Piece::Markdown(text) => !text.trim().is_empty(),
        };
        if self.before.iter().any(says_something) { self.before } else { Vec::new() }
    }
}

/// A text that was converted.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) markdown: String,
    /// How many characters a reader saw, white space not counted.
    pub(super) visible_characters: usize,
}

/// Converts a post's text.
pub(super) fn convert(post: &Row, resolver: &mut dyn Resolver) -> Text {
    let filled: Vec<_> = SOURCES.into_iter().filter(|source| !post.text(source).trim().is_empty()).collect();
    for (at, source) in filled.iter().enumerate() {
        let pieces = pieces(source, &post.text(source), resolver).finish();
        if pieces.is_empty() {
            continue;
        }
        if at > 0 {
            resolver.note(causes::FALLBACK, source);
        }
        let text = write(pieces, resolver);
        tell_of_others(post, &filled, source, &text, resolver);
        return text;
    }
    resolver.note(causes::EMPTY, "");
    Text::default()
}

/// Returns the text of a source.
fn pieces(source: &str, text: &str, resolver: &mut dyn Resolver) -> Pieces {
    let mut pieces = Pieces::default();
    match source {
        "html" => *pieces.html() += text,
        "markdown" => pieces.markdown(text),
        tree => match serde_json::from_str::<Value>(text) {
            Ok(value) if tree == "lexical" => pieces = lexical::pieces(&value, resolver),
            Ok(value) => pieces = mobiledoc::pieces(&value, resolver),
            Err(error) => resolver.note(causes::BROKEN_TEXT, &format!("{tree}: {error}")),
        },
    }
    pieces
}

fn write(pieces: Vec<Piece>, resolver: &mut dyn Resolver) -> Text {
    let mut text = Text::default();
    let mut parts = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Html(html) => {
                let converted = html::to_markdown(&html, html::Options::default(), resolver);
                text.visible_characters += converted.visible_characters;
                parts.push(converted.markdown);
            }
            Piece::Markdown(markdown) => {
                let converted = resolved(&markdown, resolver);
                text.visible_characters += converted.visible_characters;
                parts.push(converted.markdown);
            }
        }
    }
    let parts: Vec<_> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    text.markdown = parts.join("\n\n");
    text
}

/// Tells when a post had its text in two trees, and when what readers saw was another than the one that is taken. That the
/// shown HTML lies beside a tree is how Ghost keeps every post.
fn tell_of_others(post: &Row, filled: &[&str], taken: &str, text: &Text, resolver: &mut dyn Resolver) {
    if filled.contains(&"lexical") && filled.contains(&"mobiledoc") {
        resolver.note(causes::SEVERAL_TEXTS, &filled.join(", "));
    }
    if taken != "html" && filled.contains(&"html") {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        if letters(&plain_text(&post.text("html"))) != letters(&app::markdown::plain_text(&text.markdown)) {
            resolver.note(causes::TEXTS_DIFFER, taken);
        }
    }
}
