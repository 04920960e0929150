//! Why an account was not changed, and the sentence that says what to do about it.

use super::super::AccountError;
use crate::error::AppError;

/// Why an admin's change was refused, or failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StaffAccountError {
    /// The address is missing or cannot be one.
    Email,
    /// There is no name, or one that no list can show.
    Name,
    /// There is no such role.
    Role,
    /// The address has an account.
    Taken,
    /// Nobody else could manage the site.
    LastAdmin,
    /// The account is closed.
    Closed,
    /// There is no such account.
    Unknown,
    /// The database or the machine failed.
    Failed(AppError),
}

impl StaffAccountError {
    /// Returns what the page says; a failure is no refusal and has no sentence.
    pub(crate) const fn sentence(self) -> Result<&'static str, AppError> {
        Ok(match self {
            Self::Email => "Skriv personens e-postadress, till exempel namn@exempel.se.",
            Self::Name => "Skriv personens namn, högst 100 tecken.",
            Self::Role => "Välj en roll.",
            Self::Taken => "Adressen har redan ett konto. Skapa en ny länk åt personen i listan.",
            Self::LastAdmin => {
                "Ingen annan administratör kan logga in. Gör först någon annan till administratör."
            }
            Self::Closed => "Kontot är stängt. Öppna det först.",
            Self::Unknown => "Kontot finns inte. Ladda om sidan och försök igen.",
            Self::Failed(error) => return Err(error),
        })
    }

    /// Returns the name of the field that it is about.
    pub(crate) const fn field(self) -> Option<&'static str> {
        match self {
            Self::Email | Self::Taken => Some("email"),
            Self::Name => Some("name"),
            _ => None,
        }
    }
}

impl From<AppError> for StaffAccountError {
    fn from(error: AppError) -> Self {
        Self::Failed(error)
    }
}

impl From<sqlx::Error> for StaffAccountError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<AccountError> for StaffAccountError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Email(_) => Self::Email,
            AccountError::Name => Self::Name,
            AccountError::Exists(_) => Self::Taken,
            AccountError::Unknown(_) => Self::Unknown,
            AccountError::Failed(error) => Self::Failed(error),
            // Nobody is invited with a password.
            AccountError::Password(_) => Self::Failed(AppError::Internal),
        }
    }
}
