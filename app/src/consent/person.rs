//! Of whom a text tells.

use serde::{Deserialize, Serialize};

/// The person of whom a text tells, as editors write it down. Stored sealed, and never shown to readers.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name, and how to reach the person.
    pub who: String,
    /// The name that readers meet, such as "deltagare, 28 år".
    pub shown_as: String,
    /// What else is to be remembered.
    pub notes: String,
}

impl Person {
    /// Whether nothing is written down.
    pub const fn is_empty(&self) -> bool {
        self.who.is_empty() && self.shown_as.is_empty() && self.notes.is_empty()
    }
}

/// Says nothing of the person, so that no log does.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person")
    }
}
