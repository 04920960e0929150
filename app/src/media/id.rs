//! Ids that nobody can guess, for what is public only while something public uses it.

/// A text that is no such id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has 32 hexadecimal digits in lower case")]
pub struct InvalidId;

const DIGITS: usize = 32;

/// Parses what the ids of [`random_id!`] write.
pub(crate) fn parse_bits(text: &str) -> Option<u128> {
    let is_id = text.len() == DIGITS && text.chars().all(is_digit);
    is_id.then(|| u128::from_str_radix(text, 16).ok()).flatten()
}

/// Finds every id in a text of any format, such as Markdown or JSON.
pub(crate) fn find_ids<I: std::str::FromStr>(text: &str) -> impl Iterator<Item = I> {
    text.split(|c: char| !is_digit(c)).filter_map(|digits| digits.parse().ok())
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | 'a'..='f')
}

/// Defines an id of 128 random bits, written and stored as 32 hexadecimal digits.
macro_rules! random_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);

        impl $name {
            /// Draws a new id.
            ///
            /// # Errors
            /// When the machine has no randomness to give.
            pub fn random() -> Result<Self, getrandom::Error> {
                let mut bits = [0; 16];
                getrandom::fill(&mut bits)?;
                Ok(Self(u128::from_ne_bytes(bits)))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:032x}", self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::media::InvalidId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::media::id::parse_bits(text).map(Self).ok_or($crate::media::InvalidId)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl sqlx::Type<sqlx::Sqlite> for $name {
            fn type_info() -> sqlx::sqlite::SqliteTypeInfo {
                <str as sqlx::Type<sqlx::Sqlite>>::type_info()
            }

            fn compatible(ty: &sqlx::sqlite::SqliteTypeInfo) -> bool {
                <str as sqlx::Type<sqlx::Sqlite>>::compatible(ty)
            }
        }

        impl sqlx::Encode<'_, sqlx::Sqlite> for $name {
            fn encode_by_ref(
                &self,
                buffer: &mut sqlx::sqlite::SqliteArgumentsBuffer,
            ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
                <String as sqlx::Encode<sqlx::Sqlite>>::encode(self.to_string(), buffer)
            }
        }

        impl sqlx::Decode<'_, sqlx::Sqlite> for $name {
            fn decode(value: sqlx::sqlite::SqliteValueRef<'_>) -> Result<Self, sqlx::error::BoxDynError> {
                Ok(<&str as sqlx::Decode<sqlx::Sqlite>>::decode(value)?.parse()?)
            }
        }
    };
}
pub(crate) use random_id;

random_id! {
    /// Id of a picture. It is part of the picture's address.
    PictureId
}

impl PictureId {
    /// Finds every id in a text of any format, such as Markdown or JSON.
    pub(crate) fn find_all(text: &str) -> impl Iterator<Item = Self> {
        find_ids(text)
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
            assert_eq!(text.parse::<PictureId>(), Err(InvalidId), "{text}");
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
