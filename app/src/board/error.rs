//! Why nothing was done on the board.

use crate::error::AppError;
use crate::posts::PostError;
use crate::reserves::ReserveError;

/// Why nothing was moved: a refusal, whose text says what to do instead, or a failure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BoardError {
    /// Somebody else has changed a day since.
    #[error(
        "Någon annan har ändrat dag {0} sedan du öppnade sidan. Inget flyttades. Här är det som gäller nu."
    )]
    Changed(u16),
    /// Somebody has to say what becomes of the text that lies there.
    #[error("På dag {0} ligger redan en text. Välj vad som ska hända med den.")]
    Taken(u16),
    /// Readers would notice, and nobody has confirmed it.
    #[error("Läsarna märker det här direkt. Inget flyttades. Kryssa i rutan om du vill flytta ändå.")]
    NotSure,
    /// The text lies on a day, or is no text for the board any more.
    #[error("Texten går inte att lägga ut härifrån längre. Inget flyttades. Här är det som gäller nu.")]
    HasDay,
    /// The edition has no such day.
    #[error("Kalendern har ingen sådan dag längre. Inget flyttades.")]
    NoDay,
    /// Nothing is chosen, or it is there already.
    #[error("Inget är valt. Välj minst en text eller en annan dag.")]
    Nothing,
    /// The last move cannot be undone any more.
    #[error("Dag {0} har ändrats sedan du flyttade. Därför går det inte att ångra. Inget flyttades.")]
    ChangedSince(u16),
    /// There is no last move.
    #[error("Det finns inget att ångra.")]
    NothingToUndo,
    /// The text that has to go cannot be a reserve.
    #[error(transparent)]
    Reserve(#[from] ReserveError),
    /// One of the texts refuses, or the database failed.
    #[error(transparent)]
    Post(#[from] PostError),
}

impl BoardError {
    /// Returns what to tell the person who was refused.
    pub(crate) fn refusal(self) -> Result<String, AppError> {
        match self {
            Self::Post(error) => error.refusal(),
            Self::Reserve(error) => error.refusal(),
            refusal => Ok(refusal.to_string()),
        }
    }
}

impl From<sqlx::Error> for BoardError {
    fn from(error: sqlx::Error) -> Self {
        Self::Post(error.into())
    }
}
