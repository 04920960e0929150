//! Text in which the words that were found are highlighted.

use leptos::prelude::*;

/// The characters that the index puts before and after a found word. No saved text holds control characters.
pub(super) const MARKS: [char; 2] = ['\u{2}', '\u{3}'];

/// A text with highlighted parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Highlighted(Vec<(String, bool)>);

impl Highlighted {
    /// Parses a text from the index. A mark without its counterpart highlights nothing.
    pub(super) fn parse(text: &str) -> Self {
        let [begin, end] = MARKS;
        let mut parts = Vec::new();
        let mut add = |text: &str, is_highlighted| {
            let text = text.replace(MARKS, "");
            if !text.is_empty() {
                parts.push((text, is_highlighted));
            }
        };
        for (number, part) in text.split(begin).enumerate() {
            match part.split_once(end).filter(|_| number > 0) {
                Some((found, rest)) => {
                    add(found, true);
                    add(rest, false);
                }
                None => add(part, false),
            }
        }
        Self(parts)
    }

    /// Makes a text without highlighted parts.
    pub(super) fn plain(text: &str) -> Self {
        Self(vec![(text.to_owned(), false)])
    }

    /// Returns whether any part is highlighted.
    pub(super) fn has_highlights(&self) -> bool {
        self.0.iter().any(|(_, is_highlighted)| *is_highlighted)
    }

    /// Returns whether the text is blank.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|(text, _)| text.trim().is_empty())
    }

    /// Shows the text; HTML in it is escaped.
    pub(super) fn view(self) -> impl IntoView {
        let part = |(text, is_highlighted): (String, bool)| {
            if is_highlighted { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
        };
        self.0.into_iter().map(part).collect_view()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::render_to_string;

    #[test]
    fn found_words_are_highlighted_and_html_is_escaped() {
        let text = Highlighted::parse("<b>\u{2}Mod\u{3}</b> & \u{2}mod\u{3}");
        assert!(text.has_highlights());
        let html = render_to_string(text.view());
        assert_eq!(html, "&lt;b&gt;<mark>Mod</mark>&lt;/b&gt; &amp; <mark>mod</mark>");
    }

    #[test]
    fn unpaired_marks_highlight_nothing_and_lose_nothing() {
        for text in ["\u{3}a\u{2}b", "a\u{2}\u{2}b", "\u{3}\u{3}ab"] {
            let text_parts = Highlighted::parse(text);
            assert!(!text_parts.has_highlights(), "{text:?}");
            assert_eq!(text_parts.0.into_iter().map(|(text, _)| text).collect::<String>(), "ab");
        }
    }
}
