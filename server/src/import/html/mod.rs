//! Turns HTML from elsewhere into the Markdown that this product writes and renders.
//!
//! The model is what the editor does to pasted text (`frontend/editor/src/paste`): few elements survive, the text of all
//! others does. A browser's parser reads the HTML, with a guard before it so that hostile text stays cheap (`parse`); the
//! tree becomes blocks and lines (`document`), which `write` writes and reads back. Where links and pictures lead is asked of
//! a [`Resolver`], which also hears what was left out.

mod causes;
mod document;
mod line;
mod parse;
mod read;
#[cfg(test)]
mod tests;
mod write;

use app::import::Resolver;

pub(crate) use read::is_picture;

/// How a text is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Breaks {
    /// White space is white space, as in all HTML.
    #[default]
    Ignored,
    /// A blank line ends a paragraph and a single break a line, as in WordPress before blocks.
    Kept,
}

/// Returns the words of a library for a picture, by its address.
pub(crate) type AltOf<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// What is known of a text beforehand.
#[derive(Clone, Copy, Default)]
pub(crate) struct Options<'a> {
    pub(crate) breaks: Breaks,
    /// Asked for pictures that the text itself does not describe.
    pub(crate) alt_of: Option<&'a AltOf<'a>>,
}

/// A text that was converted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Converted {
    /// The text.
    pub(crate) markdown: String,
    /// The words before the mark `<!--more-->`; empty without one.
    pub(crate) before_more: String,
    /// How many visible characters the HTML had, white space not counted, without what was removed on purpose.
    pub(crate) visible_characters: usize,
}

/// The element around a part of a text in which breaks are kept, although they are ignored in the rest.
pub(crate) const BREAKS_KEPT: &str = "data-breaks-kept";

/// Converts a text. Nothing in it can stop the conversion.
pub(crate) fn to_markdown(html: &str, options: Options<'_>, resolver: &mut dyn Resolver) -> Converted {
    let tree = parse::parse(html);
    let (document, visible_characters) = read::read(&tree, options, resolver);
    let before_more = document.before_more();
    let markdown = write::write(&document, resolver);
    Converted { markdown, before_more, visible_characters }
}

/// Returns the words of HTML on one line, as for a title: without tags, and with entities decoded.
pub(crate) fn plain_text(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return app::text_input::line(&html.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let tree = parse::parse(html);
    let mut words = String::new();
    for node in tree.tree.root().descendants() {
        if let Some(text) = node.value().as_text().filter(|_| !read::is_in_code(node)) {
            words.push_str(text);
        }
    }
    app::text_input::line(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}
