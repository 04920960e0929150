//! The section about the contact in the footer.

use super::field::{Rule, field};
use super::form::{SectionForm, row};
use super::section::SectionSpec;
use crate::site::{Contact, Settings};

pub(super) const SPEC: SectionSpec = SectionSpec {
    slug: "kontakt",
    title: "Kontakt",
    about: "Står längst ner på varje sida. Det som är tomt visas inte.",
    fields: &[
        field("name", "Person eller kontor", Rule::Text(100), ""),
        field("email", "E-post", Rule::Email, ""),
        field("phone", "Telefon", Rule::Phone, ""),
        field("address", "Postadress", Rule::Text(200), ""),
    ],
    lists: &[],
};

pub(super) fn read(settings: Settings) -> SectionForm {
    let Contact { name, email, phone, address } = settings.contact;
    SectionForm::of_fields(row([("name", name), ("email", email), ("phone", phone), ("address", address)]))
}

pub(super) fn write(form: &SectionForm, settings: &mut Settings) {
    let field = |name| form.field(name).to_owned();
    settings.contact = Contact {
        name: field("name"),
        email: field("email"),
        phone: field("phone"),
        address: field("address"),
    };
}
