//! The section about those who pay.

use super::field::{Rule, SettingField, SettingList, field};
use super::form::{SectionForm, row, value};
use super::picture_place::PicturePlace;
use super::section::SectionSpec;
use crate::site::{EuShare, EuSupport, Funder, Funding, Settings};

const ENGLISH: &str = "en";

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "finansiarer",
    title: "Finansiärer",
    about: "Vilka som betalar: EU-emblemet, och logotyperna längst ner på varje sida.",
    fields: FIELDS,
    lists: &[SettingList {
        name: "funders",
        title: "Andra finansiärer",
        one: "finansiär",
        is_ordered: true,
        fields: &[
            field("name", "Namn", Rule::Needed(100), ""),
            field(
                "logo",
                "Logotyp",
                Rule::Picture(PicturePlace::Logo),
                "Utan logotyp visas namnet. Ingen logotyp blir högre än EU-emblemet.",
            ),
        ],
    }],
};

const FIELDS: &[SettingField] = &[
    field(
        "eu_support",
        "Stöd från Europeiska unionen",
        Rule::Choice(&[
            ("", "Inget: EU-emblemet visas inte"),
            ("co_funded", "Medfinansieras av Europeiska unionen (till exempel ESF+)"),
            ("funded", "Finansieras av Europeiska unionen"),
            ("next_generation", "Finansieras av Europeiska unionen – NextGenerationEU"),
        ]),
        "Ditt beslut om stöd säger vilken mening som gäller. Emblemet står då överst och längst ner på varje sida, så stort \
         som EU:s regler kräver.",
    ),
    field("eu_language", "Meningens språk", Rule::Choice(&[("sv", "Svenska"), (ENGLISH, "Engelska")]), ""),
    field("heading", "Rubrik över finansiärerna", Rule::Needed(60), ""),
];

pub(super) fn read(settings: Settings) -> SectionForm {
    let Funding { heading, eu, funders } = settings.funding;
    let funder = |Funder { name, logo }| {
        row([("name", name), ("logo", logo.map(|picture| picture.to_string()).unwrap_or_default())])
    };
    let language = if eu.is_some_and(|eu| eu.in_english) { ENGLISH } else { "sv" };
    SectionForm {
        fields: row([
            ("eu_support", eu.map_or("", |eu| eu.share.as_str()).to_owned()),
            ("eu_language", language.to_owned()),
            ("heading", heading),
        ]),
        ..SectionForm::of_lists([("funders", funders.into_iter().map(funder).collect())])
    }
}

pub(super) fn write(form: &SectionForm, settings: &mut Settings) {
    let in_english = form.field("eu_language") == ENGLISH;
    let funder = |row: &_| Funder { name: value(row, "name"), logo: value(row, "logo").parse().ok() };
    settings.funding = Funding {
        heading: form.field("heading").to_owned(),
        eu: EuShare::parse(form.field("eu_support")).map(|share| EuSupport { share, in_english }),
        funders: form.list("funders").iter().map(funder).collect(),
    };
}
