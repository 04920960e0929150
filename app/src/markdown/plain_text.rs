//! Texts without their markup, for search, summaries and reading times.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::parse;

/// Returns the words of a text, one block per line. Captions are included; alternative texts and the numbers of footnotes
/// are not.
pub fn plain_text(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    let mut in_picture = 0_usize;
    for event in parse(markdown) {
        match event {
            Event::Start(Tag::Image { title, .. }) => {
                if in_picture == 0 {
                    plain.push_str(&title);
                }
                in_picture += 1;
            }
            Event::End(TagEnd::Image) => in_picture = in_picture.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if in_picture == 0 => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak if in_picture == 0 => plain.push(' '),
            Event::Start(tag) if is_block(tag.to_end()) => end_line(&mut plain),
            Event::End(tag) if is_block(tag) => end_line(&mut plain),
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Counts the words of a text.
pub fn word_count(markdown: &str) -> usize {
    plain_text(markdown).split_whitespace().count()
}

fn is_block(tag: TagEnd) -> bool {
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

fn end_line(plain: &mut String) {
    plain.truncate(plain.trim_end().len());
    if !plain.is_empty() {
        plain.push('\n');
    }
}

/// Returns the beginning of a text, at most so many characters and an ellipsis, cut where a word ends.
pub fn beginning(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(longest).collect();
    let end = beginning.rfind(' ').unwrap_or(beginning.len());
    let beginning = beginning.get(..end).unwrap_or_default();
    format!("{} …", beginning.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_block_a_line_and_no_markup() {
        let text = "# Rubrik\n\nEn *kort* [text](/om)[^1] med `kod`\noch radbrytning.\n\n- ett\n- två\n\n\
                    | A | B |\n|---|---|\n| 1 | 2 |\n\n![alt](/media/1/1.webp \"Bildtext\")\n\n[^1]: Noten.";
        assert_eq!(
            plain_text(text),
            "Rubrik\nEn kort text med kod och radbrytning.\nett\ntvå\nA\nB\n1\n2\nBildtext\nNoten."
        );
    }

    #[test]
    fn typography_adds_nothing_to_the_words() {
        let text = "Ring 112. Tillgänglighetsredogörelse 5 000 kronor.";
        assert_eq!(plain_text(text), text);
    }

    #[test]
    fn words_are_counted() {
        assert_eq!(word_count("Ett *par* ord\n\n`och` kod"), 5);
        assert_eq!(word_count(""), 0);
    }
}
