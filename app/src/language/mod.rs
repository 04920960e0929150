//! Languages of posts and documents.

mod beside;
mod list;

use serde::{Deserialize, Deserializer, Serialize};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{Sqlite, SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Type};

pub use beside::Beside;
use list::{ALL, RIGHT_TO_LEFT};

/// The language that a post is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Language(&'static str);

impl Language {
    /// Returns every language with its name.
    pub fn all() -> impl Iterator<Item = (Self, &'static str)> {
        ALL.into_iter().map(|(tag, name, _)| (Self(tag), name))
    }

    /// Parses a BCP 47 tag. What is none of the languages is Swedish.
    pub fn parse(tag: &str) -> Self {
        Self::known(tag).unwrap_or_default()
    }

    /// Parses a BCP 47 tag of one of the languages.
    pub fn known(tag: &str) -> Option<Self> {
        ALL.into_iter().find(|(known, ..)| *known == tag).map(|(tag, ..)| Self(tag))
    }

    /// Returns the BCP 47 tag.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// Returns the name in Swedish.
    pub fn in_words(self) -> &'static str {
        ALL.into_iter().find(|(tag, ..)| *tag == self.0).map_or("", |(_, name, _)| name)
    }

    /// Returns the name in the language itself, for those who read no Swedish.
    pub fn own_name(self) -> &'static str {
        ALL.into_iter().find(|(tag, ..)| *tag == self.0).map_or("", |(.., own)| own)
    }

    /// Returns the value of the attribute `dir` of something written in it.
    pub fn dir(self) -> &'static str {
        if RIGHT_TO_LEFT.contains(&self.0) { "rtl" } else { "ltr" }
    }

    /// Returns what a link says about a text in another language, "på engelska"; none for Swedish.
    pub fn told_in_swedish(self) -> Option<String> {
        self.lang().map(|_| format!("på {}", self.in_words().to_lowercase()))
    }

    /// Returns the value of the attribute `lang` on a page in Swedish: none for Swedish.
    pub fn lang(self) -> Option<&'static str> {
        Some(self.0).filter(|_| self != Self::default())
    }
}

impl Default for Language {
    fn default() -> Self {
        Self("sv")
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::parse(&String::deserialize(deserializer)?))
    }
}

impl Type<Sqlite> for Language {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Language {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        <&str as Encode<Sqlite>>::encode(self.0, buffer)
    }
}

impl<'r> Decode<'r, Sqlite> for Language {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self::parse(<&str as Decode<Sqlite>>::decode(value)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_find_a_language_by_its_name() {
        let names: Vec<_> = Language::all().skip(1).map(|(_, name)| name.to_lowercase()).collect();
        let swedish = |name: &String| name.replace('å', "{").replace('ä', "|").replace('ö', "}");
        assert!(names.is_sorted_by_key(swedish), "{names:?}");
        let tags: std::collections::HashSet<_> =
            Language::all().map(|(language, _)| language.as_str()).collect();
        assert_eq!(tags.len(), ALL.len());
        assert!(RIGHT_TO_LEFT.iter().all(|tag| tags.contains(tag)));
    }

    #[test]
    fn every_language_from_right_to_left_has_its_letters_and_lines_in_the_style() {
        let fonts = include_str!("../../../style/parts/language-fonts.css");
        let lines = include_str!("../../../style/parts/language-lines.css");
        for tag in RIGHT_TO_LEFT {
            let count = |sheet: &str| sheet.matches(&format!(":lang({tag})")).count();
            assert_eq!((count(fonts), count(lines)), (1, 2), "{tag}");
        }
    }

    #[test]
    fn what_is_no_language_of_ours_is_swedish() {
        for (language, name) in Language::all() {
            assert_eq!((Language::parse(language.as_str()), language.in_words()), (language, name));
        }
        assert_eq!((Language::parse("ar").own_name(), Language::parse("ar").dir()), ("العربية", "rtl"));
        assert_eq!((Language::parse("ti").dir(), Language::default().own_name()), ("ltr", "Svenska"));
        for nonsense in ["", "sv-SE", "AR", "xx", "\" onclick=\"x"] {
            assert_eq!(Language::parse(nonsense), Language::default());
        }
        assert_eq!((Language::default().lang(), Language::parse("ar").lang()), (None, Some("ar")));
    }
}
