//! The section about those who pay.

use super::field::{Rule, SettingList, field};
use super::form::{SectionForm, row, switch, value};
use super::section::SectionSpec;
use crate::site::{Funder, Settings};

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "finansiarer",
    title: "Finansiärer",
    about: "EU-emblemet, och logotyperna längst ner på varje sida.",
    fields: &[field(
        "eu_emblem",
        "Visa EU-emblemet och ”Medfinansieras av Europeiska unionen”",
        Rule::Switch,
        "Står högst upp och längst ner på varje sida.",
    )],
    lists: &[SettingList {
        name: "funders",
        title: "Finansiärer",
        one: "finansiär",
        is_ordered: true,
        fields: &[
            field("name", "Namn", Rule::Needed(100), ""),
            field(
                "logo",
                "Logotyp",
                Rule::Logo,
                "Välj en av bilderna i listan. Den som sköter servern kan lägga fler i mappen funders.",
            ),
        ],
    }],
};

pub(super) fn read(settings: Settings) -> SectionForm {
    let funder = |funder: Funder| row([("name", funder.name), ("logo", funder.logo)]);
    let funders = settings.funders.into_iter().map(funder).collect();
    SectionForm {
        fields: row([("eu_emblem", switch(settings.eu_emblem))]),
        ..SectionForm::of_lists([("funders", funders)])
    }
}

pub(super) fn write(form: &SectionForm, settings: &mut Settings) {
    settings.eu_emblem = form.is_on("eu_emblem");
    let rows = form.list("funders").iter();
    settings.funders =
        rows.map(|row| Funder { name: value(row, "name"), logo: value(row, "logo") }).collect();
}
