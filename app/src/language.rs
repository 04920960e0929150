//! Languages of posts and documents.

use serde::{Deserialize, Deserializer, Serialize};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{Sqlite, SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Type};

/// The languages that a post can be written in, as BCP 47 tags with their names: Swedish, Sweden's minority languages,
/// and those that many people in Sweden read.
const ALL: [(&str, &str); 26] = [
    ("sv", "Svenska"),
    ("am", "Amhariska"),
    ("ar", "Arabiska"),
    ("bs", "Bosniska"),
    ("prs", "Dari"),
    ("en", "Engelska"),
    ("fi", "Finska"),
    ("fr", "Franska"),
    ("yi", "Jiddisch"),
    ("kmr", "Kurmanji"),
    ("fit", "Meänkieli"),
    ("se", "Nordsamiska"),
    ("fa", "Persiska"),
    ("pl", "Polska"),
    ("rom", "Romska"),
    ("ru", "Ryska"),
    ("so", "Somaliska"),
    ("ckb", "Sorani"),
    ("es", "Spanska"),
    ("sma", "Sydsamiska"),
    ("th", "Thailändska"),
    ("ti", "Tigrinja"),
    ("tr", "Turkiska"),
    ("de", "Tyska"),
    ("uk", "Ukrainska"),
    ("vi", "Vietnamesiska"),
];

/// The language that a post is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Language(&'static str);

impl Language {
    /// Returns every language with its name.
    pub fn all() -> impl Iterator<Item = (Self, &'static str)> {
        ALL.into_iter().map(|(tag, name)| (Self(tag), name))
    }

    /// Parses a BCP 47 tag. What is none of the languages is Swedish.
    pub fn parse(tag: &str) -> Self {
        let found = ALL.into_iter().find(|(known, _)| *known == tag);
        found.map_or_else(Self::default, |(tag, _)| Self(tag))
    }

    /// Returns the BCP 47 tag.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// Returns the name in Swedish.
    pub fn in_words(self) -> &'static str {
        ALL.into_iter().find(|(tag, _)| *tag == self.0).map_or("", |(_, name)| name)
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
    fn what_is_no_language_of_ours_is_swedish() {
        for (language, name) in Language::all() {
            assert_eq!((Language::parse(language.as_str()), language.in_words()), (language, name));
        }
        for nonsense in ["", "sv-SE", "AR", "xx", "\" onclick=\"x"] {
            assert_eq!(Language::parse(nonsense), Language::default());
        }
        assert_eq!((Language::default().lang(), Language::parse("ar").lang()), (None, Some("ar")));
    }
}
