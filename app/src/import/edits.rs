//! Making changes in a Markdown text, and writing parts of it.

use std::ops::Range;

use super::rewrite::Change;

/// Changes of a text, to be made at once.
#[derive(Default)]
pub(super) struct Edits {
    pub(super) changes: Vec<(Range<usize>, String)>,
    /// Whether a link took the address of its definition along.
    pub(super) has_inlined: bool,
}

impl Edits {
    /// Replaces a part together with what was to change within it.
    pub(super) fn replace(&mut self, range: Range<usize>, text: String) {
        self.changes.retain(|(inner, _)| inner.start < range.start || inner.end > range.end);
        self.changes.push((range, text));
    }

    /// Adds what becomes of HTML.
    pub(super) fn add_html(&mut self, range: Range<usize>, change: Change) {
        match change {
            Change::Keep => {}
            Change::Words => self.replace(range, String::new()),
            Change::Address(text) | Change::Markdown(text) => self.replace(range, text),
        }
    }

    /// Makes the changes.
    pub(super) fn apply(mut self, markdown: &str) -> String {
        self.changes.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::with_capacity(markdown.len());
        let mut at = 0;
        for (range, replacement) in self.changes {
            if range.start < at {
                continue;
            }
            text.push_str(markdown.get(at..range.start).unwrap_or_default());
            text.push_str(&replacement);
            at = range.end;
        }
        text.push_str(markdown.get(at..).unwrap_or_default());
        text
    }
}

/// Writes an address so that Markdown reads it as one.
pub(super) fn destination(address: &str) -> String {
    if address.is_empty() || address.contains([' ', '(', ')', '<', '>', '\\']) {
        format!("<{}>", address.replace(['<', '>', '\\', '\n'], ""))
    } else {
        address.to_owned()
    }
}

/// Writes a title as it stands behind an address.
pub(super) fn titled(title: &str) -> String {
    if title.is_empty() {
        String::new()
    } else {
        format!(" \"{}\"", title.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// Writes words so that nothing of them becomes markup.
pub fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '*' | '_' | '[' | ']' | '`' | '<' | '~' | '!') {
            text.push('\\');
        }
        text.push(if letter == '\n' { ' ' } else { letter });
    }
    text
}
