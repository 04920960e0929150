//! Text in which hits are marked.

use leptos::prelude::*;

/// What the index puts before and after a hit. No text that we keep has use for them.
pub(super) const MARKS: [char; 2] = ['\u{2}', '\u{3}'];

/// Text with hits in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked(Vec<(String, bool)>);

impl Marked {
    /// Reads what the index gave. A mark without its other half marks nothing.
    pub(super) fn read(text: &str) -> Self {
        let [begin, end] = MARKS;
        let mut parts = Vec::new();
        let mut add = |text: &str, is_hit| {
            let text = text.replace(MARKS, "");
            if !text.is_empty() {
                parts.push((text, is_hit));
            }
        };
        for (number, part) in text.split(begin).enumerate() {
            match part.split_once(end).filter(|_| number > 0) {
                Some((hit, rest)) => {
                    add(hit, true);
                    add(rest, false);
                }
                None => add(part, false),
            }
        }
        Self(parts)
    }

    /// Text without hits.
    pub(super) fn plain(text: &str) -> Self {
        Self(vec![(text.to_owned(), false)])
    }

    /// Whether anything is marked.
    pub(super) fn has_hits(&self) -> bool {
        self.0.iter().any(|(_, is_hit)| *is_hit)
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|(text, _)| text.trim().is_empty())
    }

    /// As HTML. The text is text, whatever stands in it.
    pub(super) fn view(self) -> impl IntoView {
        let part = |(text, is_hit): (String, bool)| {
            if is_hit { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
        };
        self.0.into_iter().map(part).collect_view()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::finished;

    #[test]
    fn hits_are_marked_and_text_stays_text() {
        let text = Marked::read("<b>\u{2}Mod\u{3}</b> & \u{2}mod\u{3}");
        assert!(text.has_hits());
        let html = finished(text.view());
        let html = html.replace("<!>", "");
        assert_eq!(html, "&lt;b&gt;<mark>Mod</mark>&lt;/b&gt; &amp; <mark>mod</mark>");
    }

    #[test]
    fn crooked_marks_mark_nothing_and_lose_nothing() {
        for text in ["\u{3}a\u{2}b", "a\u{2}\u{2}b", "\u{3}\u{3}ab"] {
            let marked = Marked::read(text);
            assert!(!marked.has_hits(), "{text:?}");
            assert_eq!(marked.0.into_iter().map(|(text, _)| text).collect::<String>(), "ab");
        }
    }
}
