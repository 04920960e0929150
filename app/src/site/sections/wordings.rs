//! The section about words to avoid.

use super::field::{Rule, SettingList, field};
use super::form::{SectionForm, row, value};
use super::section::SectionSpec;

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "ordval",
    title: "Ordval",
    about: "Ord som vi undviker, och vad vi skriver i stället. Den som skriver får ett tips.",
    fields: &[],
    lists: &[SettingList {
        name: "words",
        title: "Ord",
        one: "ord",
        is_ordered: false,
        fields: &[
            field("word", "Inte", Rule::Needed(60), ""),
            field("instead", "Utan", Rule::Needed(100), ""),
        ],
    }],
};

/// Makes the form of the words, each with what to write instead.
pub(super) fn read(words: Vec<(String, String)>) -> SectionForm {
    let words =
        words.into_iter().map(|(word, instead)| row([("word", word), ("instead", instead)])).collect();
    SectionForm::of_lists([("words", words)])
}

/// Returns the words of a form, each with what to write instead.
pub(super) fn words(form: &SectionForm) -> Vec<(String, String)> {
    form.list("words").iter().map(|row| (value(row, "word"), value(row, "instead"))).collect()
}
