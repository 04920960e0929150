//! How far consent has come.

use super::Consent;
use crate::time::UnixMillis;

/// What somebody has written down. That a given consent has ended follows from the time: see [`ConsentStatus`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum ConsentState {
    /// Nobody has asked the person.
    Unknown,
    /// The person has been asked, and has not answered.
    Asked,
    /// The person has said yes.
    Given,
    /// The person has said no, or has taken the yes back.
    Withdrawn,
}

impl ConsentState {
    /// Returns the name in the database and in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Asked => "asked",
            Self::Given => "given",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Parses the states that a form may set: taking consent back is an act of its own.
    pub(super) fn parse(name: &str) -> Option<Self> {
        [Self::Unknown, Self::Asked, Self::Given].into_iter().find(|state| state.as_str() == name)
    }
}

/// How consent stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConsentStatus {
    /// Nobody has asked the person.
    Unknown,
    /// The person has been asked, and has not answered.
    Asked,
    /// It was given, and stands.
    Given,
    /// It was given until a day that has passed.
    Expired,
    /// The person has taken it back.
    Withdrawn,
}

impl ConsentStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Unknown, Self::Asked, Self::Given, Self::Expired, Self::Withdrawn];

    /// Returns the status of an entry at an instant.
    pub fn of(consent: &Consent, now: UnixMillis) -> Self {
        match consent.state {
            ConsentState::Unknown => Self::Unknown,
            ConsentState::Asked => Self::Asked,
            ConsentState::Given if consent.ends_at.is_some_and(|end| end <= now) => Self::Expired,
            ConsentState::Given => Self::Given,
            ConsentState::Withdrawn => Self::Withdrawn,
        }
    }

    /// Returns the word for it in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "okant",
            Self::Asked => "fragat",
            Self::Given => "givet",
            Self::Expired => "utgatt",
            Self::Withdrawn => "atertaget",
        }
    }

    /// Parses what [`as_str`](Self::as_str) returns.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// Returns its label.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Unknown => "Okänt",
            Self::Asked => "Frågat, inget svar än",
            Self::Given => "Givet",
            Self::Expired => "Har gått ut",
            Self::Withdrawn => "Återtaget",
        }
    }
}
