//! What is wrong with the fields of a form.

use serde::{Deserialize, Serialize};

/// The fields of a form that are refused, each with what to do about it, in the order in which the page lists them.
/// A field is known by the id that its input has on the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(Vec<(String, String)>);

impl FieldErrors {
    /// Returns the error of a form in which one field is refused.
    pub fn one(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self(vec![(field.into(), message.into())])
    }

    /// Adds a message for a field.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push((field.into(), message.into()));
    }

    /// Whether no field is refused.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over fields and messages.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, message)| (field.as_str(), message.as_str()))
    }

    /// Returns the first message for a field.
    pub fn message_for(&self, field: &str) -> Option<&str> {
        self.iter().find(|(name, _)| *name == field).map(|(_, message)| message)
    }
}

impl From<Vec<(String, String)>> for FieldErrors {
    fn from(errors: Vec<(String, String)>) -> Self {
        Self(errors)
    }
}

impl<F: Into<String>, M: Into<String>> Extend<(F, M)> for FieldErrors {
    fn extend<I: IntoIterator<Item = (F, M)>>(&mut self, errors: I) {
        self.0.extend(errors.into_iter().map(|(field, message)| (field.into(), message.into())));
    }
}

#[cfg(test)]
mod tests {
    use super::FieldErrors;

    #[test]
    fn a_field_has_its_first_message() {
        let mut errors = FieldErrors::one("name", "Skriv ett namn.");
        errors.extend([("name", "Korta namnet."), ("slug", "Adressen är upptagen.")]);
        assert_eq!(errors.message_for("name"), Some("Skriv ett namn."));
        assert_eq!(errors.message_for("slug"), Some("Adressen är upptagen."));
        assert_eq!(errors.message_for("title"), None);
        assert_eq!(errors.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["name", "name", "slug"]);
    }

    #[test]
    fn a_form_with_an_error_is_not_empty() {
        assert!(FieldErrors::default().is_empty());
        assert!(!FieldErrors::one("name", "Skriv ett namn.").is_empty());
    }
}
