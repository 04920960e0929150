//! Tags with more attributes than anybody writes.

use std::borrow::Cow;

/// How many blanks and equals signs a tag may have outside quotes: more than the attributes of any tag that is written.
const MOST_SIGNS: usize = 400;

/// Reduces each tag with absurdly many attributes to its name.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut kept: Option<String> = None;
    let mut done = 0;
    let mut at = 0;
    while let Some(start) = html.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        at = start + 1;
        let tag = html.get(at..).unwrap_or_default();
        if !tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            continue;
        }
        let (length, signs) = measured(tag);
        at += length;
        if signs > MOST_SIGNS {
            let name = tag.find(|c: char| c.is_whitespace() || matches!(c, '>' | '"' | '\'' | '='));
            let kept = kept.get_or_insert_default();
            kept.push_str(html.get(done..start + 1 + name.unwrap_or(0)).unwrap_or_default());
            done = at;
        }
    }
    match kept {
        Some(mut kept) => {
            kept.push_str(html.get(done..).unwrap_or_default());
            kept.into()
        }
        None => html.into(),
    }
}

/// Returns the length of a tag up to its end, and how many blanks and equals signs stand outside quotes in it.
fn measured(tag: &str) -> (usize, usize) {
    let (mut signs, mut quote, mut before) = (0, None, b' ');
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(mark), _) if mark == byte => quote = None,
            (None, b'>') => return (at, signs),
            // Only after an equals sign does a quotation mark quote.
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'=' | b' ' | b'\t' | b'\n' | b'\x0c' | b'/' | b'"' | b'\'') => signs += 1,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    (tag.len(), signs)
}

#[cfg(test)]
mod tests {
    use super::bounded;

    #[test]
    fn only_absurd_tags_lose_their_attributes() {
        let fine = "a < b <a href=\"/x y=z\" title='>'>c</a> <img src=x>";
        assert_eq!(bounded(fine), fine);
        let absurd = format!("före <p{}>text</p> efter", " a=1".repeat(1000));
        assert_eq!(bounded(&absurd), "före <p>text</p> efter");
        let half = format!("text <p{}", " a".repeat(1000));
        assert_eq!(bounded(&half), "text <p");
    }
}
