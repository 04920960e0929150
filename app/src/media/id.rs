//! Ids of pictures.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{Sqlite, SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Type};

/// Id of a picture: 128 random bits, written and stored as 32 hexadecimal digits. It is part of the picture's address,
/// and nobody can guess it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureId(u128);

/// A text that is no picture's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a picture's id has 32 hexadecimal digits in lower case")]
pub struct InvalidPictureId;

impl PictureId {
    const DIGITS: usize = 32;

    /// Draws a new id.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bits = [0; 16];
        getrandom::fill(&mut bits)?;
        Ok(Self(u128::from_ne_bytes(bits)))
    }

    /// Finds every id in a text of any format, such as Markdown or JSON.
    pub(crate) fn find_all(text: &str) -> impl Iterator<Item = Self> {
        text.split(|c: char| !is_digit(c)).filter_map(|digits| digits.parse().ok())
    }
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | 'a'..='f')
}

impl fmt::Display for PictureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for PictureId {
    type Err = InvalidPictureId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_id = text.len() == Self::DIGITS && text.chars().all(is_digit);
        let id = is_id.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        id.map(Self).ok_or(InvalidPictureId)
    }
}

impl Serialize for PictureId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PictureId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Type<Sqlite> for PictureId {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }

    fn compatible(ty: &SqliteTypeInfo) -> bool {
        <str as Type<Sqlite>>::compatible(ty)
    }
}

impl Encode<'_, Sqlite> for PictureId {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.to_string(), buffer)
    }
}

impl Decode<'_, Sqlite> for PictureId {
    fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(<&str as Decode<Sqlite>>::decode(value)?.parse()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_and_no_two_are_alike() {
        let (one, two) = (PictureId::random().unwrap(), PictureId::random().unwrap());
        assert_ne!(one, two);
        let json = serde_json::to_string(&one).unwrap();
        assert_eq!((one.to_string().parse(), serde_json::from_str(&json).ok()), (Ok(one), Some(one)));
        assert_eq!("0000000000000000000000000000000f".parse(), Ok(PictureId(15)));
    }

    #[test]
    fn nothing_else_is_an_id() {
        for text in [
            "",
            "0",
            "0000000000000000000000000000000g",
            "0000000000000000000000000000000A",
            "+000000000000000000000000000000f",
            "0000000000000000000000000000000ff",
        ] {
            assert_eq!(text.parse::<PictureId>(), Err(InvalidPictureId), "{text}");
        }
    }

    #[test]
    fn ids_are_found_in_texts() {
        let (one, two) = (PictureId(u128::MAX), PictureId(1));
        let text =
            format!("{{\"picture\":\"{one}\",\"body\":\"![Å](/media/{two}/960.webp#1600x1067) {two}0\"}}");
        assert_eq!(PictureId::find_all(&text).collect::<Vec<_>>(), [one, two]);
    }
}
