//! Why an edition was not changed.

use super::format::day_list;
use crate::error::AppError;
use crate::field_errors::FieldErrors;

/// Why an edition was not created, saved or deleted. Nothing is written then: the transaction is rolled back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EditionError {
    /// Fields of the form are refused.
    #[error("fields of the form are refused")]
    Invalid(FieldErrors),
    /// The edition was saved after the form was made.
    #[error("the edition was saved after the form was made")]
    Conflict,
    /// There is no such edition.
    #[error("Kalendern finns inte längre.")]
    NotFound,
    /// Readers see the edition, so that it cannot be deleted.
    #[error("Läsarna ser kalendern. Gör den till ett utkast först, och ta bort den sedan.")]
    Published,
    /// Posts hang on these days, so that the edition cannot be deleted.
    #[error("Texter hänger på dag {}. Ta ner dem från luckorna först.", day_list(.0))]
    HasPosts(Vec<u16>),
    /// The operating system has no random numbers.
    #[error(transparent)]
    Random(#[from] getrandom::Error),
    /// The database cannot be read or written.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

impl EditionError {
    /// Returns the refusal of one field.
    pub(super) fn field(field: &str, message: impl Into<String>) -> Self {
        Self::Invalid(FieldErrors::one(field, message))
    }
}

/// For what the page of the form does not show.
impl From<EditionError> for AppError {
    fn from(error: EditionError) -> Self {
        match error {
            EditionError::Database(error) => error.into(),
            EditionError::NotFound => Self::NotFound,
            EditionError::Random(error) => {
                tracing::error!(%error, "no random numbers");
                Self::Internal
            }
            EditionError::Invalid(_)
            | EditionError::Conflict
            | EditionError::Published
            | EditionError::HasPosts(_) => Self::Invalid,
        }
    }
}
