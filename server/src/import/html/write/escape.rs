//! Escapes text that would be read as markup: nobody who writes "1. januari" wants a list. The editor does the same
//! (`frontend/editor/src/markdown/escape.js`).

use std::borrow::Cow;

/// Whether Markdown takes a character for punctuation, beside which emphasis is read differently.
pub(super) fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

/// Whether a character is part of a word.
pub(super) fn is_word(c: char) -> bool {
    !c.is_whitespace() && !is_punctuation(c)
}

/// Writes a text within a line, with a backslash before what would be markup.
pub(super) fn push_text(text: &[char], markdown: &mut String) {
    for (at, c) in text.iter().copied().enumerate() {
        let next = text.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
        let is_markup = match c {
            '`' | '*' | '\\' | '~' | '[' | ']' => true,
            '_' => !(before.is_some_and(is_word) && next.is_some_and(is_word)),
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '&' => is_reference(text.get(at + 1..).unwrap_or_default()),
            _ => false,
        };
        if is_markup {
            markdown.push('\\');
        }
        markdown.push(c);
    }
}

/// Whether what follows an ampersand makes it a character reference.
fn is_reference(rest: &[char]) -> bool {
    let name = rest.iter().take(40).take_while(|c| c.is_ascii_alphanumeric() || **c == '#').count();
    name > 0 && rest.get(name) == Some(&';')
}

/// Escapes the beginning of a line whose text is escaped already. `within` a paragraph more characters have a meaning.
pub(super) fn start(line: &str, within: bool) -> String {
    let is_blank_after =
        |at: usize| line.get(at..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    let first = line.chars().next();
    if within && first.is_some_and(|c| "-+=|:>#".contains(c)) {
        return format!("\\{line}");
    }
    let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_rule = |c: char| line.chars().all(|other| other == c || other == ' ');
    let is_delimiter = line.chars().all(|c| "-:| ".contains(c));
    let is_markup = match first {
        Some('#') => hashes <= 6 && is_blank_after(hashes),
        Some('-') => is_blank_after(1) || is_rule('-') || is_delimiter,
        Some('+') => is_blank_after(1),
        Some('>' | '=') => true,
        Some(':' | '|') => is_delimiter,
        _ => false,
    };
    if is_markup {
        return format!("\\{line}");
    }
    if (1..=9).contains(&digits)
        && line.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']))
        && is_blank_after(digits + 1)
    {
        let (number, rest) = line.split_at(digits);
        return format!("{number}\\{rest}");
    }
    line.to_owned()
}

/// Writes the address of a link or a picture.
pub(super) fn address(address: &str) -> Cow<'_, str> {
    let is_simple = |c: char| c.is_alphanumeric() || "-._~:/?#@!$'*+,;=%".contains(c);
    if !address.is_empty() && address.chars().all(is_simple) {
        return address.into();
    }
    let letters: Vec<char> = address.chars().collect();
    let mut written = String::from("<");
    for (at, c) in letters.iter().copied().enumerate() {
        match c {
            '\n' | '\r' => written.push_str("%0A"),
            '<' | '>' | '\\' => written.extend(['\\', c]),
            '&' if is_reference(letters.get(at + 1..).unwrap_or_default()) => written.push_str("\\&"),
            c => written.push(c),
        }
    }
    written.push('>');
    written.into()
}

/// Writes the words under a picture, in quotation marks after a space; nothing when there are none.
pub(super) fn title(title: &str) -> String {
    if title.is_empty() {
        return String::new();
    }
    let letters: Vec<char> = title.chars().collect();
    let mut written = String::from(" \"");
    for (at, c) in letters.iter().copied().enumerate() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '&' if is_reference(letters.get(at + 1..).unwrap_or_default()) => written.push_str("\\&"),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use super::{address, push_text, start};

    fn escaped(text: &str) -> String {
        let mut markdown = String::new();
        push_text(&text.chars().collect::<Vec<_>>(), &mut markdown);
        start(&markdown, false)
    }

    #[test]
    fn only_what_would_be_markup_is_escaped() {
        for (text, markdown) in [
            ("1. januari", "1\\. januari"),
            ("1.5 och 3 * 4", "1.5 och 3 \\* 4"),
            ("# nummer", "\\# nummer"),
            ("#nummer", "#nummer"),
            ("- streck", "\\- streck"),
            ("-streck", "-streck"),
            ("> citat", "\\> citat"),
            ("under_streck_i_ord _så_", "under_streck_i_ord \\_så\\_"),
            ("a < b <b> &amp; & co; [x]", "a < b \\<b> \\&amp; & co; \\[x\\]"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
    }

    #[test]
    fn addresses_are_enclosed_where_they_must_be() {
        assert_eq!(address("/inlagg/a?b=c#d"), "/inlagg/a?b=c#d");
        assert_eq!(address("https://x.example/a_(b)?a=1&b=2"), "<https://x.example/a_(b)?a=1&b=2>");
        assert_eq!(address("/a b<c>"), "</a b\\<c\\>>");
        assert_eq!(address(""), "<>");
    }
}
