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

    /// Adds what becomes of a block of HTML: blocks apart from the lines around, in the list or quotation where it stands.
    pub(super) fn add_html_block(
        &mut self,
        markdown: &str,
        range: Range<usize>,
        change: impl FnOnce(&str) -> Change,
    ) {
        let html = markdown.get(range.clone()).unwrap_or_default().trim_end_matches('\n');
        let range = range.start..range.start + html.len();
        let before = markdown.get(..range.start).unwrap_or_default();
        let after = markdown.get(range.end..).unwrap_or_default().strip_prefix('\n').unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        // A bullet or number stands before the first line alone.
        let lead: String = line.chars().map(|sign| if sign == '>' { sign } else { ' ' }).collect();
        let next_line = format!("\n{lead}");
        let change = match change(&html.replace(&next_line, "\n")) {
            Change::Address(text) | Change::Markdown(text) if !text.trim().is_empty() => {
                let is_apart = |lines: &str, nearest: Option<&str>| {
                    lines.is_empty() || nearest.is_none_or(|nearest| nearest.trim().is_empty())
                };
                let above = before.strip_suffix('\n').unwrap_or_default();
                let is_below = !line.is_empty() || is_apart(above, above.rsplit('\n').next());
                let mut blocks = text.trim_end().replace('\n', &next_line);
                if !is_below {
                    blocks.insert(0, '\n');
                }
                if !is_apart(after, after.split('\n').next()) {
                    blocks.push_str(&next_line);
                }
                Change::Markdown(blocks)
            }
            other => other,
        };
        self.add_html(range, change);
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
