//! The form: what is sent, and what may be.

use super::message::FeedbackKind;
use crate::field_errors::FieldErrors;
use crate::staff::Email;
use crate::text_input::{line, lines};

/// Most characters of the description: a page and a half.
pub(super) const MAX_DESCRIPTION: usize = 5000;
const MAX_PAGE: usize = 300;
const MAX_TECHNOLOGY: usize = 200;
const MAX_NAME: usize = 100;

/// Names of the fields, which are also their ids on the page.
pub(super) mod field {
    pub(in crate::feedback) const KIND: &str = "arende";
    pub(in crate::feedback) const PAGE: &str = "sida";
    pub(in crate::feedback) const DESCRIPTION: &str = "beskrivning";
    pub(in crate::feedback) const TECHNOLOGY: &str = "hjalpmedel";
    pub(in crate::feedback) const NAME: &str = "namn";
    pub(in crate::feedback) const EMAIL: &str = "epost";
    /// No person sees it, so what fills it is a machine. Its name is one that no browser fills by itself.
    pub(in crate::feedback) const TRAP: &str = "rubrik2";
    pub(in crate::feedback) const STAMP: &str = "oppnad";
}

/// What was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FeedbackForm {
    pub(super) kind: FeedbackKind,
    pub(super) page: String,
    pub(super) description: String,
    pub(super) technology: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) trap: String,
    pub(super) stamp: String,
}

impl FeedbackForm {
    /// Reads the body of a request. What is missing is empty.
    pub(super) fn parse(body: &[u8]) -> Self {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match &*name {
                field::KIND => form.kind = FeedbackKind::parse(&value).unwrap_or_default(),
                field::PAGE => form.page = line(&value),
                field::DESCRIPTION => lines(&value).trim().clone_into(&mut form.description),
                field::TECHNOLOGY => form.technology = line(&value),
                field::NAME => form.name = line(&value),
                field::EMAIL => form.email = line(&value),
                field::TRAP => form.trap = value.into_owned(),
                field::STAMP => form.stamp = value.into_owned(),
                _ => {}
            }
        }
        form
    }

    /// Returns what is wrong with the fields.
    pub(super) fn errors(&self) -> FieldErrors {
        let mut errors = FieldErrors::default();
        let long = [
            (field::PAGE, &self.page, MAX_PAGE, "sidans adress"),
            (field::DESCRIPTION, &self.description, MAX_DESCRIPTION, "beskrivningen"),
            (field::TECHNOLOGY, &self.technology, MAX_TECHNOLOGY, "raden om hjälpmedel"),
            (field::NAME, &self.name, MAX_NAME, "namnet"),
        ];
        for (field, value, most, what) in long {
            let length = value.chars().count();
            if length > most {
                errors.add(field, format!("Korta {what} till högst {most} tecken. Nu är det {length}."));
            }
        }
        if self.description.is_empty() {
            errors.add(field::DESCRIPTION, "Beskriv vad som inte fungerar, eller vad du behöver.");
        }
        if !self.email.is_empty() && Email::parse(&self.email).is_none() {
            errors.add(
                field::EMAIL,
                "Skriv en hel e-postadress, till exempel namn@exempel.se, eller lämna raden tom.",
            );
        }
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(body: &str) -> FeedbackForm {
        FeedbackForm::parse(body.as_bytes())
    }

    #[test]
    fn only_the_description_is_needed() {
        assert!(form("beskrivning=Knappen+saknar+namn").errors().is_empty());
        for empty in ["", "beskrivning=", "beskrivning=+%0D%0A", "namn=Anna"] {
            assert_eq!(form(empty).errors().iter().count(), 1, "{empty}");
        }
    }

    #[test]
    fn letters_are_counted_and_not_bytes() {
        assert!(form(&format!("beskrivning={}", "ع".repeat(MAX_DESCRIPTION))).errors().is_empty());
        let long = form(&format!("beskrivning={}&sida={}", "ö".repeat(5001), "a".repeat(301)));
        let errors = long.errors();
        assert!(errors.message_for("beskrivning").is_some_and(|message| message.contains("5001")));
        assert!(errors.message_for("sida").is_some());
    }

    #[test]
    fn an_address_for_the_answer_is_one_or_none() {
        assert!(form("beskrivning=x&epost=anna%40exempel.se").errors().is_empty());
        assert!(form("beskrivning=x&epost=anna").errors().message_for("epost").is_some());
    }

    #[test]
    fn lines_stay_lines_only_in_the_description() {
        let form = form("arende=begaran&beskrivning=a%0D%0Ab&namn=c%0Ad&x=y");
        assert_eq!((form.kind, &*form.description, &*form.name), (FeedbackKind::Request, "a\nb", "c d"));
    }
}
