//! Quotations and their sources.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::body::Body;
use super::language::{key, words};
use super::{Field, Remark};
use crate::markdown;
use crate::posts::GuldkornForm;
use crate::posts::{PostContent, PostKind};

/// A shorter quotation may well stand in a text by chance.
const SHORTEST: usize = 4;

/// How many of the parser's events are between a quotation's beginning and the words next to it.
const NEAR: usize = 16;

pub(super) fn remarks(kind: PostKind, text: &PostContent, body: &Body<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let quotes = kind == PostKind::Guldkorn && text.form == Some(GuldkornForm::Quote);
    if kind == PostKind::Voice && text.source.is_empty() {
        let sentence = "Skriv vem som berättar, till exempel ”deltagare, 28 år”.";
        remarks.push(Remark::on(Field::Source, sentence));
    }
    if quotes && repeats(&text.quote, body) {
        let sentence = "Texten upprepar citatet, som redan står ovanför. Ta bort det ur texten.";
        remarks.push(Remark::about(Field::Body, &text.quote, sentence));
    }
    remarks.extend(
        markdown::unsourced_quotations(&body.events).into_iter().filter_map(|place| unsourced(body, place)),
    );
    remarks
}

fn repeats(quote: &str, body: &Body<'_>) -> bool {
    let quote = key(quote);
    let is_long = words(&quote).nth(SHORTEST - 1).is_some();
    let text: Vec<String> = body.blocks.iter().map(|block| key(&block.text)).collect();
    is_long && format!(" {} ", text.join(" ")).contains(&format!(" {quote} "))
}

/// What to say about a quotation that names no source, unless a sentence right before it leads up to it
/// ("Så här skrev en deltagare:").
fn unsourced(body: &Body<'_>, place: usize) -> Option<Remark> {
    let before = body.events.get(..place)?.iter().rev().take(NEAR).find_map(words_of);
    if before.is_some_and(|words| words.trim_end().ends_with(':')) {
        return None;
    }
    let quotation = body.events.get(place..)?.iter().take(NEAR).find_map(words_of)?;
    let sentence = "Skriv vem som har sagt det: sist i citatet, i ett eget stycke som börjar med tankstreck, \
                    till exempel ”– deltagare, 28 år”.";
    Some(Remark::about(Field::Body, quotation, sentence))
}

/// Whether the text has a quotation in which nobody says anything. Readers would see an empty box.
pub(super) fn is_any_empty(body: &Body<'_>) -> bool {
    // For each quotation that we are in, whether something stands in it.
    let mut open: Vec<bool> = Vec::new();
    for event in &body.events {
        match event {
            Event::Start(Tag::BlockQuote(_)) => open.push(false),
            Event::End(TagEnd::BlockQuote(_)) => match open.pop() {
                Some(false) => return true,
                _ => open.fill(true),
            },
            Event::Text(words) | Event::Code(words) if words.contains(char::is_alphanumeric) => {
                open.fill(true);
            }
            Event::Start(Tag::Image { .. }) => open.fill(true),
            _ => {}
        }
    }
    false
}

fn words_of<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    match event {
        Event::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remarks_on(kind: PostKind, text: &PostContent) -> Vec<(Field, Option<String>)> {
        let remarks = remarks(kind, text, &Body::read(&text.body));
        remarks.into_iter().map(|remark| (remark.field, remark.passage)).collect()
    }

    fn guldkorn(quote: &str, source: &str, body: &str) -> PostContent {
        PostContent {
            form: Some(GuldkornForm::Quote),
            quote: quote.into(),
            source: source.into(),
            body: body.into(),
            ..PostContent::default()
        }
    }

    #[test]
    fn a_voice_has_a_source() {
        let source = [(Field::Source, None)];
        assert_eq!(remarks_on(PostKind::Guldkorn, &guldkorn("Det gick bra.", "deltagare", "")), []);
        assert_eq!(remarks_on(PostKind::Guldkorn, &guldkorn("", "", "")), []);
        assert_eq!(remarks_on(PostKind::Voice, &PostContent::default()), source);
        assert_eq!(remarks_on(PostKind::Article, &PostContent::default()), []);
    }

    #[test]
    fn a_quotation_is_not_told_twice() {
        let again = guldkorn(
            "Det gick riktigt bra, faktiskt.",
            "hon",
            "Hon sa: ”Det *gick* riktigt bra – faktiskt!”",
        );
        assert_eq!(remarks_on(PostKind::Guldkorn, &again)[0].0, Field::Body);
        let story = PostContent { form: Some(GuldkornForm::Story), ..again };
        assert_eq!(remarks_on(PostKind::Guldkorn, &story), []);
        assert_eq!(
            remarks_on(
                PostKind::Guldkorn,
                &guldkorn("Det gick bra.", "hon", "Det gick bra. Sedan åkte hon.")
            ),
            []
        );
    }

    #[test]
    fn a_quotation_in_the_text_names_its_source() {
        for body in ["> Det gick.", "> Det gick.\n> – deltagare", "Text.\n\n> Det gick.\n>\n> - deltagare"]
        {
            let text = PostContent { body: body.into(), ..PostContent::default() };
            assert_eq!(
                remarks_on(PostKind::Article, &text),
                [(Field::Body, Some("Det gick.".into()))],
                "{body}"
            );
        }
        for body in [
            "> Det gick.\n>\n> – deltagare",
            "> – Hej, sa hon.\n>\n> – Hej själv.",
            "Så skrev en av dem:\n\n> Det gick.",
            "Så skrev *en av dem:*\n\n> Det gick.",
            ">",
        ] {
            let text = PostContent { body: body.into(), ..PostContent::default() };
            assert_eq!(remarks_on(PostKind::Article, &text), [], "{body}");
        }
    }

    #[test]
    fn an_empty_quotation_is_seen() {
        for body in [">", "Text.\n\n>\n\nText.", "> –", "> Ord.\n>\n> >\n"] {
            assert!(is_any_empty(&Body::read(body)), "{body}");
        }
        for body in ["", "> Ord.", "> ![Bro](/media/1/1.webp)", "> > Ord.", "Text > 3"] {
            assert!(!is_any_empty(&Body::read(body)), "{body}");
        }
    }
}
