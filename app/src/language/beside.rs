//! The interface's own words beside a text.

use super::Language;

/// The language of the interface's words that belong to a text: English at an English one, which people read who know no Swedish, and
/// Swedish at every other. The rest of a page is in Swedish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Swedish words.
    Swedish,
    /// English words.
    English,
}

impl Beside {
    /// Returns one of two wordings.
    pub fn say<T>(self, swedish: T, english: T) -> T {
        match self {
            Self::Swedish => swedish,
            Self::English => english,
        }
    }

    /// Returns the value of the attribute `lang` of such words on a page in Swedish.
    pub const fn lang(self) -> Option<&'static str> {
        match self {
            Self::Swedish => None,
            Self::English => Some("en"),
        }
    }
}

impl Language {
    /// Returns the language of the words beside a text in this one.
    pub fn beside(self) -> Beside {
        if self.as_str() == "en" { Beside::English } else { Beside::Swedish }
    }
}
