//! Text of others inside Markdown that the program writes.

/// Returns a line of text as Markdown that shows exactly it: a backslash before each sign that could mean something.
pub(crate) fn escaped(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            markdown.push('\\');
        }
        markdown.push(if c.is_control() { ' ' } else { c });
    }
    markdown
}

#[cfg(test)]
mod tests {
    use super::escaped;
    use crate::markdown::to_html;

    #[test]
    fn nothing_in_a_line_is_markdown() {
        for text in ["**fet** _x_ `kod` # 1. - +", "[länk](javascript:x) ![b](/x) <b> &amp; |", "> a\n\n# b"]
        {
            let html = to_html(&format!("a {} z", escaped(text)));
            assert!(html.starts_with("<p>a ") && html.trim_end().ends_with(" z</p>"), "{html}");
            assert_eq!(html.matches('<').count(), 2, "{html}");
        }
    }
}
