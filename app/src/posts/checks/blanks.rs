//! Blanks of an example text that somebody still has to fill in: `[… namnet på er organisation]`.
//!
//! Square brackets alone, and those with nothing but dots, are good style in a quotation. With dots *and* words they are
//! a blank.

use super::body::Body;
use super::{Field, Remark};
use crate::posts::PostContent;

/// What is missing, for the calendar's list.
const IN_WORDS: &str = "uppgifter att fylla i";

/// More blanks than this are not listed one by one.
const MOST: usize = 10;

/// Returns a remark about each blank of a text.
pub(super) fn remarks(text: &PostContent, body: &Body<'_>) -> Vec<Remark> {
    let in_line = |field, text: &str| blanks(text).map(|blank| remark(field, blank)).collect::<Vec<_>>();
    let mut remarks = in_line(Field::Title, &text.title);
    remarks.extend(body.blocks.iter().flat_map(|block| in_line(Field::Body, &block.text)));
    remarks.extend(in_line(Field::Teaser, &text.teaser));
    remarks.truncate(MOST);
    remarks
}

fn remark(field: Field, blank: &str) -> Remark {
    let sentence = format!("Fyll i {blank}, eller ta bort det.");
    Remark::about(field, &format!("[… {blank}]"), sentence).missing(IN_WORDS)
}

/// Returns what each blank of a line asks for.
fn blanks(text: &str) -> impl Iterator<Item = &str> {
    text.split('[').skip(1).filter_map(|part| {
        let (inside, _) = part.split_once(']')?;
        let asked = inside.strip_prefix('…').or_else(|| inside.strip_prefix("..."))?.trim();
        asked.contains(char::is_alphanumeric).then_some(asked)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str) -> Vec<String> {
        let text = PostContent { body: body.into(), ..PostContent::default() };
        let remarks = remarks(&text, &Body::read(body));
        remarks.into_iter().map(|remark| remark.sentence).collect()
    }

    #[test]
    fn a_blank_is_named_wherever_it_stands() {
        assert_eq!(
            found("Vi är [… namnet på er organisation].\n\n- Ring [... ert nummer]"),
            ["Fyll i namnet på er organisation, eller ta bort det.", "Fyll i ert nummer, eller ta bort det."]
        );
        assert_eq!(found("Den som skriver i redigeraren: \\[… ert namn\\]").len(), 1);
        assert_eq!(found("## Kontakta [… ert namn]").len(), 1);
        let text = PostContent { title: "Om [… ert namn]".into(), ..PostContent::default() };
        assert_eq!(remarks(&text, &Body::read("Text."))[0].field, Field::Title);
    }

    #[test]
    fn brackets_of_a_quotation_and_links_are_no_blanks() {
        for body in
            ["Det gick […] bra.", "Hon [läraren] kom.", "[… så här](/om)", "[sic]", "`[… x]`[1]", "[... ]"]
        {
            let left: Vec<_> = found(body).into_iter().filter(|sentence| !sentence.contains(" x,")).collect();
            assert!(left.is_empty(), "{body}: {left:?}");
        }
    }
}
