//! How a shortcode is written.

use std::collections::HashMap;

/// The longest shortcode, in bytes.
const LONGEST: usize = 8000;
/// How many attributes one may have.
const MOST_ATTRIBUTES: usize = 100;

/// A shortcode without what it may enclose.
#[derive(Debug, PartialEq)]
pub(super) struct Shortcode<'a> {
    pub(super) name: &'a str,
    pub(super) attributes: Vec<(&'a str, &'a str)>,
    /// Its length with its brackets, in bytes.
    pub(super) length: usize,
    /// Whether it says that it encloses nothing.
    pub(super) is_whole: bool,
    /// Whether it is too much like a shortcode to be a word in brackets.
    pub(super) is_likely: bool,
}

impl<'a> Shortcode<'a> {
    /// Parses a shortcode at the beginning of a text.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let inner = text.strip_prefix('[')?;
        let name = name(inner)?;
        let mut attributes = Vec::new();
        let mut at = name.len();
        let mut words = 0;
        while attributes.len() < MOST_ATTRIBUTES && at < LONGEST {
            let rest = inner.get(at..)?;
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\u{a0}']).len();
            let rest = rest.get(blank..)?;
            let is_whole = rest.starts_with("/]");
            if is_whole || rest.starts_with(']') {
                let is_likely = attributes.iter().any(|(key, _): &(&str, &str)| !key.is_empty())
                    || (words == 0 && name.is_ascii() && name.contains(['_', '-']) && name.len() > 3);
                let length = 1 + at + blank + if is_whole { 2 } else { 1 };
                return Some(Self { name, attributes, length, is_whole, is_likely });
            }
            if blank == 0 {
                return None;
            }
            let (attribute, length) = attribute(rest)?;
            words += usize::from(attribute.0.is_empty());
            attributes.push(attribute);
            at += blank + length;
        }
        None
    }

    /// Returns the value of an attribute; `None` without one, or an empty one.
    pub(super) fn get(&self, key: &str) -> Option<&'a str> {
        let found = self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(key));
        found.map(|(_, value)| *value).filter(|value| !value.is_empty())
    }
}

/// Returns the name at the beginning of a text.
fn name(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')))?;
    let name = text.get(..end).filter(|name| name.len() <= 60)?;
    name.starts_with(char::is_alphabetic).then_some(name)
}

/// Returns an attribute, and how long it is: `key="value"`, `key='value'`, `key=value`, or a value alone.
fn attribute(text: &str) -> Option<((&str, &str), usize)> {
    let (word, length) = value(text)?;
    if text.starts_with(['"', '\'']) {
        return Some((("", word), length));
    }
    let Some(equals) = text.get(..length)?.find('=') else { return Some((("", word), length)) };
    let key = text.get(..equals)?;
    let (value, length) = value(text.get(equals + 1..)?)?;
    Some(((key, value), equals + 1 + length))
}

/// Returns a value, and how long it is with its quotation marks.
fn value(text: &str) -> Option<(&str, usize)> {
    for (mark, end) in [("\"", "\""), ("'", "'"), ("&quot;", "&quot;"), ("&#8221;", "&#8221;"), ("”", "”")]
    {
        if let Some(rest) = text.strip_prefix(mark) {
            let rest = rest.get(..rest.floor_char_boundary(LONGEST))?;
            let length = rest.find(end)?;
            return Some((rest.get(..length)?, mark.len() + length + end.len()));
        }
    }
    let bare = text.find([' ', '\t', '\n', ']', '"', '\'', '<', '>', '['])?;
    let bare = match text.get(..bare)?.strip_suffix('/') {
        Some(shorter) if text.get(bare..)?.starts_with(']') => shorter.len(),
        _ => bare,
    };
    (bare > 0).then(|| (text.get(..bare).unwrap_or_default(), bare))
}

/// Returns the name and the length of the end of a shortcode: `[/caption]`.
pub(super) fn closer(text: &str) -> Option<(&str, usize)> {
    let name = name(text.strip_prefix("[/")?)?;
    text.get(2 + name.len()..)?.starts_with(']').then_some((name, name.len() + 3))
}

/// The ends of a text's shortcodes by their names.
pub(super) struct Closers<'a>(HashMap<&'a str, Vec<(usize, usize)>>);

impl<'a> Closers<'a> {
    /// Finds all in one go.
    pub(super) fn find(text: &'a str) -> Self {
        let mut found: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for (at, _) in text.match_indices("[/") {
            if let Some((name, length)) = text.get(at..).and_then(closer) {
                found.entry(name).or_default().push((at, at + length));
            }
        }
        Self(found)
    }

    /// Returns where the next end of a name begins and ends.
    pub(super) fn after(&self, name: &str, at: usize) -> Option<(usize, usize)> {
        let ends = self.0.get(name)?;
        ends.get(ends.partition_point(|(start, _)| *start < at)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_are_told_from_words_in_brackets() {
        for (text, likely) in [
            ("[gallery ids=\"1,2\"]", Some(true)),
            ("[kontaktformulär id='7' title=Hej]", Some(true)),
            ("[contact-form]", Some(true)),
            ("[gallery]", Some(false)),
            ("[ca 40 kr]", Some(false)),
            ("[hakar]", Some(false)),
            ("[...]", None),
            ("[1]", None),
            ("[a, b]", None),
            ("[a", None),
            ("[a=b]", None),
        ] {
            assert_eq!(Shortcode::parse(text).map(|code| code.is_likely), likely, "{text}");
        }
        let code = Shortcode::parse("[audio mp3=\"/a b.mp3\" loop/] x").unwrap();
        assert_eq!((code.get("mp3"), code.is_whole, code.length), (Some("/a b.mp3"), true, 28));
    }

    #[test]
    fn hostile_text_is_read_in_one_go() {
        let start = std::time::Instant::now();
        for part in ["[a b=\"", "[caption]", "[[", "[/a", "[a b ", "[gallery ids='"] {
            let text = part.repeat(200_000);
            let closers = Closers::find(&text);
            for (at, _) in text.match_indices('[').take(20_000) {
                let _ = Shortcode::parse(&text[at..]);
                let _ = closers.after("a", at);
            }
        }
        assert!(start.elapsed() < std::time::Duration::from_mins(1));
    }
}
