//! Parses HTML as browsers do, with a guard before the parser.
//!
//! The parser's time and memory can grow with the square of a text that is made for it: it looks through all open elements
//! at each tag, opens unclosed formatting again in each paragraph, and compares each attribute with those before. The guard
//! drops tags beyond limits that no text written by people reaches. Text is never dropped.

mod attributes;
mod guard;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink as _, create_element};
use html5ever::{LocalName, QualName, TokenizerResult, ns};
use scraper::{Html, HtmlTreeSink};

use guard::Guard;

/// Parses a fragment, as it would stand within a page's body.
pub(super) fn parse(html: &str) -> Html {
    let sink = HtmlTreeSink::new(Html::new_fragment());
    let body = QualName::new(None, ns!(html), LocalName::from("body"));
    let context = create_element(&sink, body, Vec::new());
    // Without scripting the elements in `noscript` are elements.
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new_for_fragment(sink, context, None, options);
    let tokenizer = Tokenizer::new(Guard::new(builder), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(&*attributes::bounded(html)));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.into_builder().sink.finish()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::parse;

    #[test]
    fn hostile_text_takes_no_longer_than_other_text() {
        let size = 100_000;
        let repeated = |part: &str| part.repeat(size / part.len());
        let numbered = |count: usize, start: &str, end: &str| {
            (0..count)
                .flat_map(|number| [start.to_owned(), number.to_string(), end.to_owned()])
                .collect::<String>()
        };
        let attributes = numbered(size / 8, " a", "");
        let fonts = numbered(10_000, "<font color=", ">");
        for (what, html) in [
            ("nested", repeated("<div>")),
            ("quotes", repeated("<blockquote><p>a")),
            ("lists", repeated("<ul><li>a")),
            ("formatting", repeated("<b><i><u><s>")),
            ("unclosed formatting", format!("{fonts}{}", "<p>a".repeat(20_000))),
            ("adoption", repeated("<a><b><div></a>")),
            ("tables", repeated("<table><tr><td>")),
            ("cells", repeated("<div><table><tr><td></div>")),
            ("misplaced", repeated("<table>a<b>")),
            ("attributes", format!("<p{attributes}>a")),
            ("an attribute", format!("<p title=\"{}\">a", "x".repeat(size))),
            ("ends", repeated("<p></b></i></div>")),
            ("selects", repeated("<select><option>")),
            ("templates", repeated("<template>")),
            ("drawings", repeated("<svg><g>")),
            ("comments", repeated("<!-- a -->")),
            ("half tags", repeated("<a ")),
            ("signs", repeated("<")),
            ("references", repeated("&amp")),
        ] {
            let start = Instant::now();
            let tree = parse(&html).tree;
            let (took, nodes) = (start.elapsed(), tree.values().count());
            // A debug build on a busy machine; what the guard is against takes minutes.
            assert!(took < Duration::from_secs(20), "{what}: {took:?}");
            assert!(nodes < 1_000_000, "{what}: {nodes} nodes");
        }
    }

    #[test]
    fn ordinary_text_passes_the_guard_unchanged() {
        let rows = "<tr><td>a<td>b".repeat(500);
        let html = format!(
            "<p>a{}<ul>{}</ul><table>{rows}</table><b>c</b>",
            "<p>b".repeat(500),
            "<li>x".repeat(500)
        );
        let ours = parse(&html).html();
        let theirs = scraper::Html::parse_fragment(&html).html();
        assert_eq!(ours, theirs);
    }
}
