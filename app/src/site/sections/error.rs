//! Why a section was not saved.

use crate::error::AppError;
use crate::field_errors::FieldErrors;

/// Why a section was not saved. Nothing of it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SettingsError {
    /// Some fields are refused.
    #[error("invalid fields")]
    Invalid(FieldErrors),
    /// Somebody else has saved the section since the form was made.
    #[error("saved by somebody else")]
    Conflict,
    /// The database failed.
    #[error(transparent)]
    Failed(#[from] AppError),
}

impl From<sqlx::Error> for SettingsError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}
