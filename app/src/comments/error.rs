//! Why something was not done with a comment.

use super::passages::NotFound;
use crate::error::AppError;

/// A refusal, whose text tells the person what to do instead, or a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CommentError {
    /// Nothing was typed.
    #[error("Skriv din kommentar först.")]
    Empty,
    /// It has too many characters.
    #[error("Kommentaren är för lång. Korta den till högst {0} tecken.")]
    TooLong(usize),
    /// The words that it is about have too many characters, or none that is a letter or digit.
    #[error("Skriv eller markera några ord ur texten, högst en mening eller två.")]
    NoWords,
    /// The words do not stand in the text.
    #[error("De orden står inte så i texten. Kopiera dem härifrån, eller lämna fältet tomt.")]
    NotThere,
    /// The words stand at several places.
    #[error("De orden står på flera ställen. Skriv några ord till före eller efter.")]
    Several,
    /// There are too many comments on the text.
    #[error("Texten har så många kommentarer att det inte får plats fler. Ta bort några som är klara.")]
    TooMany,
    /// Somebody outside has sent many in a short time.
    #[error("Det har kommit många kommentarer på kort tid. Vänta en timme och skicka igen.")]
    TooFast,
    /// Somebody outside gave no name.
    #[error("Skriv vad du heter, så att redaktionen vet vem som har läst.")]
    NoName,
    /// The name has too many characters.
    #[error("Korta namnet till högst {0} tecken.")]
    LongName(usize),
    /// The text was withdrawn, or is in the trash.
    #[error("Texten är borttagen, så det går inte att kommentera den.")]
    TextRemoved,
    /// Somebody else wrote the comment, and the role does not allow to delete it.
    #[error("Du kan bara ta bort kommentarer som du själv har skrivit. Be en redaktör om hjälp.")]
    NotYours,
    /// It is already as somebody wanted, or was deleted.
    #[error("Kommentaren är ändrad sedan du öppnade sidan. Här är det senaste.")]
    Changed,
    /// Nobody was chosen who can read.
    #[error("Välj vem du vill be.")]
    Nobody,
    /// The person who wrote the text cannot be the one who has read it.
    #[error("Du har själv skrivit den senaste versionen. Be någon annan läsa.")]
    OwnText,
    /// There is no revision to read.
    #[error("Texten är inte sparad som version än. Be skribenten spara den först.")]
    NotSaved,
    /// The text was saved anew after the page was opened.
    #[error("Texten är ändrad sedan du öppnade sidan. Läs igenom det som är nytt.")]
    NewerText,
    /// Somebody wants changes and says nowhere which.
    #[error("Skriv vad du vill ändra, eller kommentera texten först.")]
    NoReason,
    /// Nothing that the form could tell.
    #[error(transparent)]
    Failed(#[from] AppError),
}

impl From<NotFound> for CommentError {
    fn from(error: NotFound) -> Self {
        match error {
            NotFound::Nowhere => Self::NotThere,
            NotFound::Several => Self::Several,
        }
    }
}

impl From<sqlx::Error> for CommentError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl CommentError {
    /// Returns what to tell the person who was refused.
    ///
    /// # Errors
    /// The cause of a failure, which is no refusal.
    pub(crate) fn refusal(self) -> Result<String, AppError> {
        match self {
            Self::Failed(error) => Err(error),
            refusal => Ok(refusal.to_string()),
        }
    }
}
