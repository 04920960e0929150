//! Whose words tell those who do not see a post's lead picture what it shows.

use serde::{Deserialize, Deserializer, Serialize};
use sqlx::Type;

/// Whose words describe a lead picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum AltMode {
    /// Those of the picture library, as they are whenever the page is made: no copy that could grow old.
    Library,
    /// Words that this post has of its own.
    Own,
    /// Nobody's: the picture tells nothing that needs words.
    Decorative,
    /// Nobody has decided. It can be saved, not published.
    #[default]
    Undecided,
}

impl AltMode {
    /// All states, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Library, Self::Own, Self::Decorative, Self::Undecided];

    /// Returns its value in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::Own => "own",
            Self::Decorative => "decorative",
            Self::Undecided => "undecided",
        }
    }

    /// Parses a value.
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == value)
    }

    /// Returns its name in the history.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Library => "Bildbibliotekets ord",
            Self::Own => "Egna ord",
            Self::Decorative => "Bara dekoration",
            Self::Undecided => "Inte bestämt",
        }
    }
}

impl<'de> Deserialize<'de> for AltMode {
    /// Reads a state, or what older revisions say instead: whether the picture is decorative.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Stored {
            IsDecorative(bool),
            Mode(String),
        }
        Ok(match Stored::deserialize(deserializer)? {
            Stored::IsDecorative(true) => Self::Decorative,
            Stored::IsDecorative(false) => Self::Own,
            Stored::Mode(mode) => Self::parse(&mode).unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::posts::PostContent;

    use super::*;

    #[test]
    fn a_state_is_read_back() {
        for mode in AltMode::ALL {
            let json = serde_json::to_string(&mode).unwrap();
            assert_eq!(serde_json::from_str::<AltMode>(&json).unwrap(), mode);
            assert_eq!(AltMode::parse(mode.as_str()), Some(mode));
        }
    }

    #[test]
    fn revisions_from_before_there_were_four_states_stay_readable() {
        for (json, expected) in [
            (r#"{"picture":"1","picture_alt":"","picture_decorative":true}"#, AltMode::Decorative),
            (r#"{"picture":"1","picture_alt":"En bro","picture_decorative":false}"#, AltMode::Own),
            (r#"{"title":"Utan bild"}"#, AltMode::Undecided),
            (r#"{"picture_alt_mode":"library"}"#, AltMode::Library),
        ] {
            let content: PostContent = serde_json::from_str(json).unwrap();
            assert_eq!(content.picture_alt_mode, expected, "{json}");
        }
    }
}
