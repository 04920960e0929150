//! The section about sites that show the calendar.

use super::field::{Rule, field};
use super::form::{SectionForm, row, switch};
use super::section::SectionSpec;
use crate::site::Framers;

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "delning",
    title: "Andra webbplatser",
    about: "Vilka andra webbplatser som får visa kalendern hos sig.",
    fields: &[
        field(
            "origins",
            "De här får visa kalendern",
            Rule::Origins,
            "Adressen till varje webbplats på en egen rad, till exempel https://www.example.se. Koden som de klistrar in \
             står på kalenderns sida.",
        ),
        field(
            "anyone",
            "Alla webbplatser får visa kalendern",
            Rule::Switch,
            "Då behövs ingen lista. Ni ser inte var kalendern visas.",
        ),
    ],
    lists: &[],
};

pub(super) fn read(framers: Framers) -> SectionForm {
    SectionForm::of_fields(row([("origins", framers.origins), ("anyone", switch(framers.anyone))]))
}

/// Returns the sites of a validated form.
pub(super) fn framers(form: &SectionForm) -> Framers {
    Framers { anyone: form.is_on("anyone"), origins: form.field("origins").to_owned() }
}
