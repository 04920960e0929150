//! The site's own names, misspelt by a letter: "Gulkornen i MIA".

use super::body::Body;
use super::title::differ_by_one;
use super::{Field, Remark, Surroundings};
use crate::posts::PostContent;

/// The product's word, which every such site uses.
const OWN: [&str; 2] = ["guldkornen", "guldkornet"];

/// Shorter words are a letter from too many others.
const SHORTEST: usize = 8;

/// A difference in the last letters is a form of the word: "guldkornens".
const ENDING: usize = 2;

pub(super) fn remarks(text: &PostContent, body: &Body<'_>, about: &Surroundings) -> Vec<Remark> {
    let names = about.editions.iter().chain([&about.site]);
    let mut known: Vec<String> = names.flat_map(|name| words(name)).map(str::to_lowercase).collect();
    known.extend(OWN.map(str::to_owned));
    known.retain(|word| word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic));
    known.sort_unstable();
    known.dedup();
    let fields = [
        (Field::Title, &text.title),
        (Field::Teaser, &text.teaser),
        (Field::PictureCaption, &text.picture_caption),
    ];
    let passages = fields.into_iter().chain(body.blocks.iter().map(|block| (Field::Body, &block.text)));
    let mut remarks: Vec<Remark> = Vec::new();
    for (field, passage) in passages {
        for word in words(passage).filter(|word| word.chars().count() + 1 >= SHORTEST) {
            let lower = word.to_lowercase();
            if known.contains(&lower) {
                continue;
            }
            if let Some(name) = known.iter().find(|name| is_misspelt(name, &lower)) {
                remarks.push(Remark::about(
                    field,
                    word,
                    format!("Är det ett skrivfel? Namnet stavas ”{name}”."),
                ));
            }
        }
    }
    remarks
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word differs from a name by one letter, and not in its ending or first letter, where another word begins.
fn is_misspelt(name: &str, word: &str) -> bool {
    let (name_length, length) = (name.chars().count(), word.chars().count());
    if name_length.abs_diff(length) > 1 || name.chars().next() != word.chars().next() {
        return false;
    }
    let end = |text: &str| text.chars().rev().take(ENDING).collect::<Vec<_>>();
    end(name) == end(word) && differ_by_one(name, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str) -> Vec<String> {
        let about = Surroundings {
            site: "Samverkan Vidare".into(),
            editions: vec!["Guldkornen i MIA".into(), "Adventskalendern 2026".into()],
            ..Surroundings::default()
        };
        let text = PostContent { body: body.into(), ..PostContent::default() };
        let remarks = remarks(&text, &Body::read(body), &about);
        remarks.into_iter().filter_map(|remark| remark.passage).collect()
    }

    #[test]
    fn a_letter_too_many_too_few_or_another() {
        for word in ["Gulkornen", "Gudlkornen", "Guldkoornen", "adventkalendern", "Sanverkan"] {
            assert_eq!(found(&format!("Här är {word} igen.")), [word], "{word}");
        }
        for word in [
            "Guldkornen",
            "guldkornens",
            "guldkornet",
            "guldkorn",
            "adventskalenderns",
            "samverkar",
            "Vidara",
            "kornen",
        ] {
            assert!(found(&format!("Här är {word} igen.")).is_empty(), "{word}");
        }
    }
}
