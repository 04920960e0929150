//! A text without its Markdown, as it is searched and shown in extracts.

use pulldown_cmark::{Event, Parser, TagEnd};

/// The words that a reader of the rendered text would read.
pub(super) fn plain_text(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for event in Parser::new(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                text.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::BlockQuote(_),
            ) => text.push('\n'),
            _ => {}
        }
    }
    text.replace(super::marked::MARKS, "").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_are_left() {
        let text = plain_text("## Små *steg*\n\nEn [länk](/om) och\n`kod`.\n\n- ett\n- två");
        assert_eq!(text, "Små steg\nEn länk och kod.\nett\ntvå");
    }
}
