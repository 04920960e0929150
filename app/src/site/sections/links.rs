//! The section about the menu and the links in the footer.

use super::field::{Rule, SettingField, SettingList, field};
use super::form::{SectionForm, row, value};
use super::section::SectionSpec;
use crate::site::{MenuItem, Settings};

const LINK: &[SettingField] = &[
    field("label", "Text", Rule::Needed(40), ""),
    field(
        "path",
        "Leder till",
        Rule::Link,
        "Välj en sida i listan, eller skriv en hel adress: https://www.example.se/",
    ),
];

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "lankar",
    title: "Meny och länkar",
    about: "Menyn högst upp och länkarna längst ner.",
    fields: &[],
    lists: &[
        SettingList { name: "head", title: "Menyn", one: "länk i menyn", is_ordered: true, fields: LINK },
        SettingList {
            name: "foot",
            title: "Länkar längst ner",
            one: "länk längst ner",
            is_ordered: true,
            fields: LINK,
        },
    ],
};

pub(super) fn read(settings: Settings) -> SectionForm {
    let rows = |items: Vec<MenuItem>| {
        items.into_iter().map(|item| row([("label", item.label), ("path", item.path)])).collect()
    };
    SectionForm::of_lists([("head", rows(settings.menu)), ("foot", rows(settings.foot))])
}

pub(super) fn write(form: &SectionForm, settings: &mut Settings) {
    let items = |list| {
        let rows = form.list(list).iter();
        rows.map(|row| MenuItem { label: value(row, "label"), path: value(row, "path") }).collect()
    };
    (settings.menu, settings.foot) = (items("head"), items("foot"));
}
