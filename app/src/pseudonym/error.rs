//! Why a name was not exchanged.

use crate::error::AppError;
use crate::posts::PostError;

/// Why nothing was exchanged: a refusal, whose text tells the person what to do instead, or a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PseudonymError {
    /// Somebody has written in the text, and not saved it.
    #[error(
        "Texten har ändringar som inte är sparade. Spara dem eller ta bort dem i redigeraren. Sök sedan igen."
    )]
    Unsaved,
    /// Text, pictures or documents are not what the person has seen.
    #[error("Texten eller något i den har ändrats sedan du sökte. Inget är bytt. Titta på träffarna igen.")]
    Changed,
    /// No occurrence was chosen.
    #[error("Inget är valt. Kryssa för de ställen där namnet ska bytas.")]
    NothingChosen,
    /// With the other name the words of a picture or a document cannot stay as they are.
    #[error(
        "Med det nya namnet går det inte att spara det som står om en bild eller ett dokument: det blir för långt. Korta det \
         först. Inget är bytt."
    )]
    Words,
    /// The text cannot be changed or published.
    #[error(transparent)]
    Post(#[from] PostError),
}

impl PseudonymError {
    /// Returns what to tell the person who was refused.
    ///
    /// # Errors
    /// The cause of a failure, which is no refusal.
    pub(crate) fn refusal(self) -> Result<String, AppError> {
        match self {
            Self::Post(error) => error.refusal(),
            refusal => Ok(refusal.to_string()),
        }
    }
}

impl From<sqlx::Error> for PseudonymError {
    fn from(error: sqlx::Error) -> Self {
        Self::Post(error.into())
    }
}

impl From<AppError> for PseudonymError {
    fn from(error: AppError) -> Self {
        Self::Post(error.into())
    }
}
