//! Which parts of a Markdown text are words. Addresses of links and pictures are none.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::parse::OPTIONS;

/// Returns the parts of a text that readers read as they are written, in their order.
pub(crate) fn words(markdown: &str) -> Vec<Range<usize>> {
    let mut is_address = false;
    let mut words = Vec::new();
    for (event, range) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, .. }) => {
                is_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
            }
            Event::End(TagEnd::Link) => is_address = false,
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text)
                if !is_address =>
            {
                // The range of code has its backticks, and a text with an escape is not written as it is read.
                let within = markdown.get(range.clone()).and_then(|source| source.find(&*text));
                words.extend(within.map(|at| range.start + at..range.start + at + text.len()));
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_no_words() {
        let text = "# Anna\n\n[Anna](/inlagg/Anna) ser ![Anna i snö](/media/Anna/1.webp \"Anna\") och `Anna` <https://Anna.se>\n\n> Anna";
        let words: Vec<_> = words(text).into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(words.iter().filter(|words| words.contains("Anna")).count(), 5, "{words:?}");
        assert!(!words.iter().any(|words| words.contains('/')), "{words:?}");
    }
}
