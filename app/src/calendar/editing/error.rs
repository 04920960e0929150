//! Why an edition was not changed.

use super::format::day_list;
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::posts::PostError;

/// Why an edition was not created, saved or deleted. Nothing is written then: the transaction is rolled back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EditionError {
    /// Fields of the form are refused.
    #[error("fields of the form are refused")]
    Invalid(FieldErrors),
    /// The edition was saved after the form was made.
    #[error("the edition was saved after the form was made")]
    Conflict,
    /// The change moves something, and nobody has confirmed it.
    #[error("Läsarna märker det här direkt. Inget är ändrat. Kryssa i rutan om du vill göra det ändå.")]
    NotSure,
    /// There is no change to undo.
    #[error("Det finns inget att ångra.")]
    NothingToUndo,
    /// The edition was changed after the change that was to be undone.
    #[error("Kalendern har ändrats sedan dess. Därför går det inte att ångra. Inget är ändrat.")]
    ChangedSince,
    /// The texts lie otherwise than the change that was to be undone had left them.
    #[error("Texter har flyttats sedan dess. Därför går det inte att ångra. Inget är ändrat.")]
    TextsMoved,
    /// Another edition has got the address that was to be given back.
    #[error(
        "En annan kalender har fått adressen sedan dess. Därför går det inte att ångra. Inget är ändrat."
    )]
    AddressTaken,
    /// There is no such edition.
    #[error("Kalendern finns inte längre.")]
    NotFound,
    /// Readers see the edition, so that it cannot be deleted.
    #[error("Läsarna ser kalendern. Gör den till ett utkast först, och ta bort den sedan.")]
    Published,
    /// Posts hang on these days, so that the edition cannot be deleted.
    #[error("Texter hänger på dag {}. Ta ner dem från luckorna först.", day_list(.0))]
    HasPosts(Vec<u16>),
    /// One of the texts on the doors refuses.
    #[error(transparent)]
    Post(#[from] PostError),
    /// The operating system has no random numbers.
    #[error(transparent)]
    Random(#[from] getrandom::Error),
    /// The database cannot be read or written.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

impl EditionError {
    /// Returns what to tell the person who was refused, where no form is shown again.
    ///
    /// # Errors
    /// The cause of a failure, which is no refusal.
    pub(crate) fn refusal(self) -> Result<String, AppError> {
        match self {
            Self::Post(error) => error.refusal(),
            Self::Conflict => Ok(Self::ChangedSince.to_string()),
            Self::Invalid(errors) => {
                Ok(errors.iter().map(|(_, message)| message).collect::<Vec<_>>().join(" "))
            }
            error @ (Self::Random(_) | Self::Database(_)) => Err(error.into()),
            refusal => Ok(refusal.to_string()),
        }
    }

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
            EditionError::Post(error) => error.into(),
            EditionError::NotFound => Self::NotFound,
            EditionError::Random(error) => {
                tracing::error!(%error, "no random numbers");
                Self::Internal
            }
            EditionError::Invalid(_)
            | EditionError::Conflict
            | EditionError::NotSure
            | EditionError::NothingToUndo
            | EditionError::ChangedSince
            | EditionError::TextsMoved
            | EditionError::AddressTaken
            | EditionError::Published
            | EditionError::HasPosts(_) => Self::Invalid,
        }
    }
}
