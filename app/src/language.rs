//! Languages of posts and documents.

use serde::{Deserialize, Deserializer, Serialize};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{Sqlite, SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Type};

/// The languages that a post can be written in, as BCP 47 tags with their names in Swedish and in themselves: Swedish, Sweden's minority languages,
/// and those that many people in Sweden read.
const ALL: [(&str, &str, &str); 27] = [
    ("sv", "Svenska", "Svenska"),
    ("am", "Amhariska", "አማርኛ"),
    ("ar", "Arabiska", "العربية"),
    ("bs", "Bosniska", "Bosanski"),
    ("prs", "Dari", "دری"),
    ("en", "Engelska", "English"),
    ("fi", "Finska", "Suomi"),
    ("fr", "Franska", "Français"),
    ("yi", "Jiddisch", "ייִדיש"),
    ("kmr", "Kurmanji", "Kurmancî"),
    ("smj", "Lulesamiska", "Julevsámegiella"),
    ("fit", "Meänkieli", "Meänkieli"),
    ("se", "Nordsamiska", "Davvisámegiella"),
    ("fa", "Persiska", "فارسی"),
    ("pl", "Polska", "Polski"),
    ("rom", "Romska", "Romani čhib"),
    ("ru", "Ryska", "Русский"),
    ("so", "Somaliska", "Soomaali"),
    ("ckb", "Sorani", "سۆرانی"),
    ("es", "Spanska", "Español"),
    ("sma", "Sydsamiska", "Åarjelsaemien gïele"),
    ("th", "Thailändska", "ไทย"),
    ("ti", "Tigrinja", "ትግርኛ"),
    ("tr", "Turkiska", "Türkçe"),
    ("de", "Tyska", "Deutsch"),
    ("uk", "Ukrainska", "Українська"),
    ("vi", "Vietnamesiska", "Tiếng Việt"),
];

/// The languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 5] = ["ar", "prs", "fa", "yi", "ckb"];

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
