//! Words that the owner would rather not read, and what to write instead.

use std::collections::HashMap;

use super::body::Body;
use super::word_list::WordList;
use super::{Field, Remark, Wording};
use crate::posts::PostContent;

pub(super) fn remarks(text: &PostContent, body: &Body<'_>, wordings: &[Wording]) -> Vec<Remark> {
    if wordings.is_empty() {
        return Vec::new();
    }
    let list = WordList::new(wordings.iter().map(|wording| wording.word.as_str()));
    let mut uses = Uses::default();
    uses.note(Field::Title, &text.title, &list);
    uses.note(Field::Teaser, &text.teaser, &list);
    // What somebody else said is left as it was said.
    for block in body.blocks.iter().filter(|block| !block.is_quoted) {
        uses.note(Field::Body, &block.text, &list);
    }
    uses.note(Field::PictureAlt, &text.picture_alt, &list);
    uses.note(Field::PictureCaption, &text.picture_caption, &list);
    wordings
        .iter()
        .enumerate()
        .filter_map(|(number, wording)| uses.remark(number, &wording.instead))
        .collect()
}

/// What was found of the list.
#[derive(Default)]
struct Uses<'t>(HashMap<usize, (Field, &'t str, usize)>);

impl<'t> Uses<'t> {
    fn note(&mut self, field: Field, text: &'t str, list: &WordList) {
        for found in list.search(text) {
            self.0.entry(found.entry).or_insert((field, found.passage, 0)).2 += 1;
        }
    }

    fn remark(&self, number: usize, instead: &str) -> Option<Remark> {
        let (field, passage, times) = self.0.get(&number)?;
        let often = if *times > 1 { format!(" Det står på {times} ställen.") } else { String::new() };
        let sentence = format!("Skriv hellre ”{instead}”.{often}");
        Some(Remark::about(*field, passage, sentence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: [(&str, &str); 9] = [
        ("individ", "person"),
        ("komma i arbete", "börja arbeta"),
        ("invandrare", "person som har flyttat hit"),
        ("flicka", "tjej"),
        ("AME", "arbetsmarknadsenheten"),
        ("lots", "stödperson"),
        ("kund", "deltagare"),
        ("implementera", "införa"),
        ("  – ", "inget"),
    ];

    fn findings(text: &PostContent) -> Vec<(Field, String, String)> {
        let list = LIST.map(|(word, instead)| Wording { word: word.into(), instead: instead.into() });
        let remarks = remarks(text, &Body::read(&text.body), &list);
        remarks.into_iter().map(|remark| (remark.field, remark.passage.unwrap(), remark.sentence)).collect()
    }

    fn found(body: &str) -> Vec<String> {
        findings(&PostContent { body: body.into(), ..PostContent::default() })
            .into_iter()
            .map(|(_, passage, _)| passage)
            .collect()
    }

    #[test]
    fn a_word_is_found_in_all_its_forms() {
        for form in [
            "individ",
            "Individen",
            "INDIVIDER",
            "individerna",
            "individernas",
            "individens",
            "indi\u{ad}viden",
            "komma i arbete",
            "Kommer i arbete",
            "kommit  i arbete",
            "komma i *arbete*",
            "invandraren",
            "invandrarna",
            "flickor",
            "flickornas",
            "AME",
            "ame:s",
            "lotsar",
            "lotsen",
            "kunderna",
            "implementerades",
            "implementerar",
        ] {
            assert_eq!(found(&format!("Här står {form}, ja.")).len(), 1, "{form}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in [
            "individuell individanpassning individ-nivå dividerar",
            "komma i, arbete komma till arbete komma i arbetskläder",
            "invandring flickvän amen lotsning kunde implementering",
            "> Jag är en individ.\n>\n> – hon",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn one_remark_for_each_word_says_what_to_write() {
        let text = PostContent {
            title: "Individen".into(),
            teaser: "En individ.".into(),
            body: "Individer kommer i\narbete.".into(),
            quote: "flickan".into(),
            picture_alt: "En flicka".into(),
            ..PostContent::default()
        };
        let expected = [
            (Field::Title, "Individen", "Skriv hellre ”person”. Det står på 3 ställen."),
            (Field::Body, "kommer i arbete", "Skriv hellre ”börja arbeta”."),
            (Field::PictureAlt, "flicka", "Skriv hellre ”tjej”."),
        ];
        assert_eq!(
            findings(&text),
            expected.map(|(field, passage, sentence)| (field, passage.to_owned(), sentence.to_owned()))
        );
    }
}
