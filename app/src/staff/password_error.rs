//! Why a new password is refused, and the sentence that says what to do about it.

use serde::{Deserialize, Serialize};

use super::ServiceError;
use crate::error::AppError;

/// Why a new password was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordError {
    /// Too short to withstand guessing.
    TooShort,
    /// Longer than anybody types.
    TooLong,
    /// Among the first that somebody would guess.
    Common,
    /// The link was used, has expired, or never was.
    LinkGone,
    /// Not the sender's fault.
    Service(ServiceError),
}

impl PasswordError {
    /// Returns what the form says.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::TooShort => "Lösenordet är för kort. Skriv minst 12 tecken.",
            Self::TooLong => "Lösenordet är för långt. Skriv högst 128 tecken.",
            Self::Common => {
                "Lösenordet är lätt att gissa. Välj ett annat, till exempel några ord som inte hör ihop."
            }
            Self::LinkGone => "Länken gäller inte längre. Be den som sköter webbplatsen om en ny.",
            Self::Service(error) => error.sentence(),
        }
    }

    /// Returns the name of the field that it is about.
    pub const fn field(self) -> Option<&'static str> {
        match self {
            Self::TooShort | Self::TooLong | Self::Common => Some("password"),
            Self::LinkGone | Self::Service(_) => None,
        }
    }
}

impl From<AppError> for PasswordError {
    fn from(error: AppError) -> Self {
        Self::Service(error.into())
    }
}

#[cfg(feature = "ssr")]
impl From<sqlx::Error> for PasswordError {
    fn from(error: sqlx::Error) -> Self {
        AppError::from(error).into()
    }
}
