//! What was left from a template, from another site, or for later.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::body::{BlockKind, Body};
use super::language::{key, words};
use super::title::is_placeholder;
use super::{Field, Remark, Surroundings};
use crate::posts::PostKind;

/// Signs that somebody meant to come back to, in capitals or with a colon.
const MARKS: [&str; 6] = ["TODO", "FIXME", "XXX", "XXXX", "TBD", "LOREM"];

/// Words that led to the whole text where only its beginning stood.
const TO_THE_WHOLE: [&str; 6] =
    ["läs hela inlägget", "läs hela texten", "läs hela artikeln", "läs hela", "läs mer", "fortsätt läsa"];

/// A shorter paragraph may well be the calendar's by chance.
const SHORTEST: usize = 6;

pub(super) fn remarks(kind: PostKind, body: &Body<'_>, about: &Surroundings) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let links = link_words(body);
    let introduction: Vec<String> = about.introductions.iter().map(|text| key(text)).collect();
    for block in &body.blocks {
        let block_key = key(&block.text);
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        let presents =
            || kind == PostKind::Guldkorn && presents_calendar(&block_key, is_heading, &introduction, about);
        remarks.extend(if is_heading && is_placeholder(&block.text) {
            let sentence = "Byt ut rubriken i texten mot en egen, eller ta bort den.";
            Some(Remark::about(Field::Body, &block.text, sentence))
        } else if presents() {
            let sentence =
                "Det här handlar om kalendern och står redan under varje guldkorn. Ta bort det ur texten.";
            Some(Remark::about(Field::Body, &block.text, sentence))
        } else if TO_THE_WHOLE.contains(&&*block_key) && !is_heading && !links.contains(&block_key) {
            Some(Remark::about(Field::Body, &block.text, "Här står hela texten redan. Ta bort orden."))
        } else {
            let sentence = "Här är något kvar att göra. Skriv klart eller ta bort det.";
            mark(&block.text).map(|mark| Remark::about(Field::Body, mark, sentence))
        });
    }
    remarks
}

/// The words of all links, about which there are remarks of their own.
fn link_words(body: &Body<'_>) -> Vec<String> {
    let mut all = Vec::new();
    let mut link: Option<String> = None;
    for event in &body.events {
        match event {
            Event::Start(Tag::Link { .. }) => link = Some(String::new()),
            Event::End(TagEnd::Link) => all.extend(link.take().map(|words| key(&words))),
            Event::Text(words) => {
                if let Some(link) = &mut link {
                    link.push_str(words);
                }
            }
            _ => {}
        }
    }
    all
}

fn presents_calendar(block: &str, is_heading: bool, introductions: &[String], about: &Surroundings) -> bool {
    let is_name = is_heading && about.editions.iter().any(|name| key(name) == block);
    let is_long = words(block).nth(SHORTEST - 1).is_some();
    is_name || is_long && introductions.iter().any(|introduction| introduction.contains(block))
}

/// The sign, with the words after it.
fn mark(text: &str) -> Option<&str> {
    let mut start = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_for_later = word.ends_with(':') && bare.eq_ignore_ascii_case("todo");
        if MARKS.contains(&bare) || is_for_later {
            return text.get(start..);
        }
        start += word.len();
    }
    text.find("???")
        .or_else(|| text.find("orem ipsum").map(|at| at.saturating_sub(1)))
        .and_then(|at| text.get(at..))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str) -> Vec<String> {
        let about = Surroundings {
            editions: vec!["Guldkornen i MIA".into()],
            introductions: vec![
                "Varje dag i december öppnar vi en lucka med ett guldkorn. Välkommen!".into(),
            ],
            ..Surroundings::default()
        };
        remarks(PostKind::Guldkorn, &Body::read(body), &about)
            .into_iter()
            .filter_map(|remark| remark.passage)
            .collect()
    }

    #[test]
    fn what_nobody_meant_to_publish_is_found() {
        for (body, expected) in [
            ("## En liten rubrik\n\nText.", "En liten rubrik"),
            ("## Rubrik\n\nText.", "Rubrik"),
            ("Text.\n\n## Guldkornen i MIA\n\nAnnat.", "Guldkornen i MIA"),
            (
                "Text.\n\nVarje dag i december öppnar vi en lucka med ett guldkorn.",
                "Varje dag i december öppnar vi en lucka…",
            ),
            ("Text.\n\nLäs hela inlägget »", "Läs hela inlägget »"),
            ("Text. TODO kolla åldern", "TODO kolla åldern"),
            ("Text, todo: fråga Bo", "todo: fråga Bo"),
            ("Hon är XXX år.", "XXX år."),
            ("Vad heter hon???", "???"),
            ("Lorem ipsum dolor", "Lorem ipsum dolor"),
        ] {
            assert_eq!(found(body), [expected], "{body}");
        }
    }

    #[test]
    fn ordinary_words_are_left_alone() {
        for body in [
            "## Testet\n\nGuldkornen i MIA är många. Läs hela inlägget innan du svarar.",
            "Storlek XXL. Att göra: diska. Va?! Metod och todos.",
            "Varje dag i december.",
            "[Läs hela inlägget »](/om)",
            "`TODO`s finns i kod.\n\n```\nTODO\n```",
        ] {
            let left: Vec<_> =
                found(body).into_iter().filter(|passage| !passage.starts_with("TODO")).collect();
            assert!(left.is_empty(), "{body}: {left:?}");
        }
    }
}
