//! The interface's own words beside a text.

#[cfg(feature = "ssr")]
use jiff::civil::Date;

use super::Language;
#[cfg(feature = "ssr")]
use crate::time;

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

    /// Formats "7 december 2026" or "7 December 2026".
    #[cfg(feature = "ssr")]
    pub fn date_with_year(self, day: Date) -> String {
        match self {
            Self::Swedish => time::date_with_year(day),
            Self::English => day.strftime("%-d\u{a0}%B %Y").to_string(),
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_date_is_in_the_language_beside_the_text() {
        let beside = |tag: &str| Language::parse(tag).beside().date_with_year(date(2026, 5, 7));
        assert_eq!(beside("en"), "7\u{a0}May 2026");
        assert_eq!(beside("sv"), "7\u{a0}maj 2026");
        assert_eq!(beside("ar"), "7\u{a0}maj 2026");
    }
}
