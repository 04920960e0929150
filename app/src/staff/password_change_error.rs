//! Why somebody's own password is not changed, and the sentence that says what to do about it.

use serde::{Deserialize, Serialize};

use super::{LogInError, PasswordError};
use crate::error::AppError;

/// Why a change of one's own password was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordChangeError {
    /// The old password is missing or wrong.
    Old,
    /// The old password was tried too often.
    Wait {
        /// Seconds until the next try is looked at.
        seconds: u32,
    },
    /// The new password was refused.
    New(PasswordError),
}

impl PasswordChangeError {
    /// Returns what the form says.
    pub fn sentence(self) -> String {
        match self {
            Self::Old => {
                "Det gamla lösenordet stämmer inte. Skriv det lösenord som du loggar in med nu.".into()
            }
            Self::Wait { seconds } => LogInError::Wait { seconds }.sentence(),
            Self::New(error) => error.sentence().into(),
        }
    }

    /// Returns the name of the field that it is about.
    pub const fn field(self) -> Option<&'static str> {
        match self {
            Self::Old => Some("old"),
            Self::Wait { .. } => None,
            Self::New(error) => error.field(),
        }
    }
}

impl From<PasswordError> for PasswordChangeError {
    fn from(error: PasswordError) -> Self {
        Self::New(error)
    }
}

impl From<AppError> for PasswordChangeError {
    fn from(error: AppError) -> Self {
        Self::New(error.into())
    }
}

#[cfg(feature = "ssr")]
impl From<sqlx::Error> for PasswordChangeError {
    fn from(error: sqlx::Error) -> Self {
        AppError::from(error).into()
    }
}
