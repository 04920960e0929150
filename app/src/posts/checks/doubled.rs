//! Lines in which the same stands twice, as after pasting once too often: "deltagare, 28 årdeltagare, 28 år".

use super::{Field, Remark};
use crate::posts::PostContent;

/// Shorter halves are words such as "Hej hej".
const SHORTEST: usize = 8;

pub(super) fn remarks(text: &PostContent) -> Vec<Remark> {
    let fields = [
        (Field::Title, &text.title),
        (Field::Quote, &text.quote),
        (Field::Source, &text.source),
        (Field::PictureAlt, &text.picture_alt),
        (Field::PictureCaption, &text.picture_caption),
        (Field::Teaser, &text.teaser),
    ];
    let doubled = fields.into_iter().filter(|(_, text)| is_doubled(text));
    doubled
        .map(|(field, text)| {
            Remark::about(field, text, "Samma ord står två gånger efter varandra. Ta bort det ena.")
        })
        .collect()
}

fn is_doubled(text: &str) -> bool {
    let letters: Vec<char> =
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let (one, other) = letters.split_at(letters.len() / 2);
    one.len() >= SHORTEST && one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_says_the_same_twice() {
        for text in [
            "deltagare, 28 årdeltagare, 28 år",
            "Elva sekunder – elva sekunder",
            "arbetskonsulentarbetskonsulent",
        ] {
            assert!(is_doubled(text), "{text}");
        }
        for text in [
            "deltagare, 28 år",
            "Hej hej!",
            "Steg för steg",
            "Mer och mer",
            "",
            "Vi är på väg, vi är på gång",
        ] {
            assert!(!is_doubled(text), "{text}");
        }
        let text =
            PostContent { source: "deltagare, 28 årdeltagare, 28 år".into(), ..PostContent::default() };
        assert_eq!(remarks(&text).iter().map(|remark| remark.field).collect::<Vec<_>>(), [Field::Source]);
    }
}
