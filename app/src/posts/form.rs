//! A post as a form sends it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The fields of the editor's form as typed, by name. Which fields there are, and what they mean, is known to
/// `PostContent` alone, so that the client carries no list of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PostForm(BTreeMap<String, String>);

impl PostForm {
    /// Returns what was typed into a field; empty when the form has no such field, or an unticked one.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Returns every field with what was typed into it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, value)| (field.as_str(), value.as_str()))
    }
}

impl<F: Into<String>, V: Into<String>> FromIterator<(F, V)> for PostForm {
    fn from_iter<I: IntoIterator<Item = (F, V)>>(fields: I) -> Self {
        Self(fields.into_iter().map(|(field, value)| (field.into(), value.into())).collect())
    }
}

/// The door that a form sends, as `edition:day`; empty for none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DoorForm {
    /// Where the post is to hang.
    pub door: String,
    /// Where it hung when the form was made.
    pub hung: String,
}
