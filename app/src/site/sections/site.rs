//! The section about the site itself.

use super::field::{Rule, field};
use super::form::{SectionForm, row, switch};
use super::section::SectionSpec;
use crate::site::Settings;

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "webbplatsen",
    title: "Webbplatsen",
    about: "Namn, vision, adress och raden längst ner på varje sida.",
    fields: &[
        field("name", "Namn", Rule::Needed(60), ""),
        field("vision", "Vision", Rule::Text(200), "En eller två meningar. Står överst på startsidan."),
        field("description", "Beskrivning", Rule::Text(300), "För sökmotorer och delade länkar."),
        field(
            "address",
            "Webbplatsens adress",
            Rule::Address,
            "Till exempel https://www.example.se. Behövs för flöden, delade länkar och inbjudningar.",
        ),
        field("notice", "Rad längst ner på varje sida", Rule::Text(200), "Får vara tom."),
        field(
            "time_zone",
            "Tidszon",
            Rule::TimeZone,
            "Efter den skrivs dagar och klockslag. Varje kalender har dessutom en egen.",
        ),
        field(
            "weekly_guldkorn",
            "Visa ”En lucka i veckan” på startsidan",
            Rule::Switch,
            "När ingen kalender pågår. Guldkornen kommer från tidigare kalendrar, ett nytt varje måndag. Känsliga \
             texter visas aldrig där.",
        ),
    ],
    lists: &[],
};

pub(super) fn read(settings: Settings) -> SectionForm {
    SectionForm::of_fields(row([
        ("name", settings.name),
        ("vision", settings.vision),
        ("description", settings.description),
        ("address", settings.address),
        ("notice", settings.notice.unwrap_or_default()),
        ("time_zone", settings.time_zone),
        ("weekly_guldkorn", switch(settings.weekly_guldkorn)),
    ]))
}

pub(super) fn write(form: &SectionForm, settings: &mut Settings) {
    let field = |name| form.field(name).to_owned();
    settings.name = field("name");
    settings.vision = field("vision");
    settings.description = field("description");
    settings.address = field("address");
    settings.time_zone = field("time_zone");
    settings.weekly_guldkorn = form.is_on("weekly_guldkorn");
    settings.notice = Some(field("notice")).filter(|notice| !notice.is_empty());
}
