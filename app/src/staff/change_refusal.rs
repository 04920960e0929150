//! Why somebody's own password was not changed.

use serde::{Deserialize, Serialize};

use super::{LogInRefusal, PasswordRefusal};

/// Why a password was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordChangeError {
    /// The old password is missing or another.
    Old,
    /// The old password was tried too often.
    Wait {
        /// How long until the next try is looked at.
        seconds: u32,
    },
    /// The new one was not taken.
    New(PasswordRefusal),
}

impl PasswordChangeError {
    /// What the form says.
    pub fn sentence(self) -> String {
        match self {
            Self::Old => {
                "Det gamla lösenordet stämmer inte. Skriv det lösenord som du loggar in med nu.".into()
            }
            Self::Wait { seconds } => LogInRefusal::Wait { seconds }.sentence(),
            Self::New(refusal) => refusal.sentence().into(),
        }
    }

    /// The name of the field that it is about.
    pub const fn field(self) -> Option<&'static str> {
        match self {
            Self::Old => Some("old"),
            Self::Wait { .. } => None,
            Self::New(refusal) => refusal.field(),
        }
    }
}
