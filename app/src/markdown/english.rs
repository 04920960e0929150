//! Marks English terms in Swedish text as English, so that a screen reader pronounces them so.

use pulldown_cmark::{Event, Tag, TagEnd};

/// Terms of the field that Swedish texts use as they are, longest first where one begins with another.
const TERMS: [&str; 7] = [
    "individual placement and support",
    "supported employment",
    "supported education",
    "case management",
    "case manager",
    "housing first",
    "inprivate",
];

/// Marks the terms in running text, outside code and links.
pub(super) fn mark_terms(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut marked = Vec::with_capacity(events.len());
    let mut excluded = 0_usize;
    for event in events {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => excluded += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                excluded = excluded.saturating_sub(1);
            }
            _ => {}
        }
        match event {
            Event::Text(text) if excluded == 0 => marked.extend(split(&text)),
            other => marked.push(other),
        }
    }
    marked
}

fn split(text: &str) -> Vec<Event<'static>> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((at, length)) = first_term(rest) {
        parts.push(Event::Text(rest[..at].to_owned().into()));
        parts.push(Event::InlineHtml(r#"<span lang="en">"#.into()));
        parts.push(Event::Text(rest[at..at + length].to_owned().into()));
        parts.push(Event::InlineHtml("</span>".into()));
        rest = &rest[at + length..];
    }
    parts.push(Event::Text(rest.to_owned().into()));
    parts
}

/// Returns where the first term begins, as words of their own, and how long it is.
fn first_term(text: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let found = TERMS.into_iter().filter_map(|term| {
        let is_whole = |at: &usize| {
            !is_letter(lower[..*at].chars().next_back())
                && !is_letter(lower[at + term.len()..].chars().next())
        };
        lower.match_indices(term).map(|(at, _)| at).find(is_whole).map(|at| (at, term.len()))
    });
    found.min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)))
}

#[cfg(test)]
mod tests {
    use crate::markdown::to_html;

    #[test]
    fn an_english_term_is_marked_where_it_is_a_word_of_its_own() {
        assert_eq!(
            to_html("Hennes case manager kan supported employment. Case managern ringer."),
            "<p>Hennes <span lang=\"en\">case manager</span> kan <span lang=\"en\">supported employment</span>. \
             Case managern ringer.</p>\n"
        );
    }

    #[test]
    fn code_and_links_stay_as_they_are() {
        for markdown in ["`case manager`", "[case manager](/om)", "    case manager"] {
            assert!(!to_html(markdown).contains("lang"), "{markdown}");
        }
    }
}
