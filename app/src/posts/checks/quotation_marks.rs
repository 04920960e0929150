//! Quotation marks that open and never close.

use super::body::{Block, Body};
use super::{Field, Remark};
use crate::posts::PostContent;

pub(super) fn remarks(text: &PostContent, body: &Body<'_>) -> Vec<Remark> {
    let fields = [
        (Field::Title, &text.title),
        (Field::Quote, &text.quote),
        (Field::Teaser, &text.teaser),
        (Field::PictureCaption, &text.picture_caption),
    ];
    let mut remarks: Vec<Remark> =
        fields.into_iter().filter(|(_, text)| is_odd(text)).map(|(field, text)| about(field, text)).collect();
    let odd: Vec<&Block> = body.blocks.iter().filter(|block| is_odd(&block.text)).collect();
    // What somebody says in two paragraphs may begin in one and end in the next.
    if odd.len() % 2 == 1 {
        remarks.extend(odd.iter().map(|block| about(Field::Body, &block.text)));
    }
    remarks
}

fn about(field: Field, text: &str) -> Remark {
    let passage = text.find(is_mark).and_then(|at| text.get(at..)).unwrap_or(text);
    Remark::about(
        field,
        passage,
        "Ett citattecken saknas: det finns ett före eller efter orden, men inte båda.",
    )
}

const fn is_mark(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '„' | '«' | '»')
}

/// Whether one of the marks has no other. A mark after a digit may stand for inches, so such a text tells nothing.
fn is_odd(text: &str) -> bool {
    let mut before = ' ';
    let mut count = 0_usize;
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        if is_mark(c) && before.is_ascii_digit() {
            return false;
        }
        count += usize::from(is_mark(c));
        before = c;
    }
    // The sign after the words of a link: "Läs hela inlägget »".
    let is_arrow = text.matches('»').count() == 1 && !text.contains('«');
    (count - usize::from(is_arrow)) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str) -> usize {
        remarks(&PostContent::default(), &Body::read(body)).len()
    }

    #[test]
    fn a_mark_has_another() {
        for body in [
            "”Det gick bra, sa hon.",
            "Hon sa: ”Det gick bra.",
            "Det gick \"bra, sa hon.",
            "«Ja, sa hon.",
            "Ett „två.",
        ] {
            assert_eq!(found(body), 1, "{body}");
        }
        for body in [
            "”Det gick bra”, sa hon.",
            "“Det gick bra”, sa hon.",
            "»Ja», sa hon. «Ja» «Nej».",
            "En skärm på 27\" och en på 24\" samt en på 13\".",
            "[Läs hela inlägget »](/om)",
            "”Jag är 28”, sa hon.",
            "”Det första.\n\nDet andra.”",
            "Det's 'ett' barn's.",
            "```\n\"\n```",
        ] {
            assert_eq!(found(body), 0, "{body}");
        }
        let title = PostContent { title: "”Elva sekunder".into(), ..PostContent::default() };
        assert_eq!(remarks(&title, &Body::read("")).len(), 1);
    }
}
