//! Why nothing was changed in a list of reserves.

use super::fitness::Unfit;
use crate::error::AppError;

/// Why nothing was changed: a refusal, whose text says what to do instead, or a failure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ReserveError {
    /// The text cannot be one.
    #[error("Texten blev ingen reserv. {0}")]
    Unfit(#[from] Unfit),
    /// There are enough.
    #[error("Listan är full: {0} reserver är det mesta. Ta bort en först.")]
    Full(usize),
    /// Somebody has taken the text away, or the edition.
    #[error("Texten finns inte bland reserverna längre. Här är det som gäller nu.")]
    Gone,
    /// Only editors decide what readers may get.
    #[error("Bara en redaktör kan bestämma vilka texter som får bli reserver.")]
    NotYours,
    /// The database failed.
    #[error(transparent)]
    Failed(AppError),
}

impl ReserveError {
    /// Returns what to tell the person who was refused.
    pub(crate) fn refusal(self) -> Result<String, AppError> {
        match self {
            Self::Failed(error) => Err(error),
            refusal => Ok(refusal.to_string()),
        }
    }
}

impl From<sqlx::Error> for ReserveError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Self::Gone,
            error => Self::Failed(error.into()),
        }
    }
}
