//! Why something was not done with a post.

use crate::error::AppError;

/// Why nothing was done with a post: a refusal, whose text tells the person what to do instead, or a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// Somebody saved a revision that the writer has not seen.
    #[error("Någon annan har sparat en nyare version. Jämför texterna och välj.")]
    Newer,
    /// Something is missing for publication: see [`checks::missing`](super::checks::missing).
    #[error("Texten kan inte publiceras än. Se vad som saknas.")]
    Missing,
    /// The role does not allow to change what readers have or will have.
    #[error("Texten är publicerad eller schemalagd. Be en redaktör om hjälp.")]
    NotYours,
    /// Somebody else began the post, and the role does not allow to throw it away.
    #[error("Du kan bara slänga texter som du själv har börjat på. Be en redaktör om hjälp.")]
    NotBegunByYou,
    /// The post is in the trash.
    #[error("Texten ligger i papperskorgen. Ta tillbaka den först.")]
    InTrash,
    /// The post is not in the trash any more.
    #[error("Texten ligger inte i papperskorgen.")]
    NotInTrash,
    /// The post is not published.
    #[error("Texten är inte publicerad.")]
    NotPublished,
    /// There is no such door.
    #[error("Luckan finns inte längre. Välj en annan dag.")]
    NoDoor,
    /// Only guldkorn hang on doors.
    #[error("Bara guldkorn kan hänga på en lucka.")]
    NotGuldkorn,
    /// What hangs on the door is published, and the role does not allow to move it.
    #[error("På den luckan hänger en text som är publicerad eller schemalagd. Be en redaktör om hjälp.")]
    DoorNotYours,
    /// Another text hangs on the door on which a new one was to be begun.
    #[error("På luckan hänger redan en text. Din nya text har ingen lucka än.")]
    DoorTaken,
    /// The role does not allow to write in the consent ledger.
    #[error("Bara redaktörer kan ändra samtycket. Be en redaktör om hjälp.")]
    ConsentNotYours,
    /// Somebody has changed the entry meanwhile.
    #[error(
        "Någon annan har ändrat samtycket sedan du öppnade sidan. Inget är sparat än. Läs det som gäller nu och spara igen."
    )]
    ConsentNewer,
    /// Nobody has marked the post.
    #[error("Texten är inte märkt som någons berättelse.")]
    NoConsentEntry,
    /// The person has taken consent back.
    #[error(
        "Personen har tagit tillbaka sitt samtycke. Det svaret kan inte tas bort. Lägg texten i papperskorgen om den inte behövs."
    )]
    ConsentTakenBack,
    /// The text was to be erased, and the time to think again has passed.
    #[error("Det är för sent: tiden för att ångra sig har gått ut.")]
    ErasedMeanwhile,
    /// The post is a rendition itself, or already in that language, or has no words.
    #[error(
        "Den här texten kan inte få någon lättläst text eller översättning. Spara den först, eller öppna originalet."
    )]
    NoRendition,
    /// There is no unsaved draft.
    #[error("Det finns inget att göra: texten är redan sparad.")]
    Nothing,
    /// A rendition has the consent of its original.
    #[error("Samtycket hör till originalet. Öppna originalet och skriv in det där.")]
    ConsentOfOriginal,
    /// The post does not exist, or the database failed.
    #[error(transparent)]
    Failed(#[from] AppError),
}

impl PostError {
    /// Returns what to tell the person who was refused.
    ///
    /// # Errors
    /// The cause of a failure, which is no refusal.
    pub fn refusal(self) -> Result<String, AppError> {
        match self {
            Self::Failed(error) => Err(error),
            refusal => Ok(refusal.to_string()),
        }
    }
}

impl From<sqlx::Error> for PostError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<PostError> for AppError {
    /// Maps a refusal, where there is nobody to tell it to.
    fn from(error: PostError) -> Self {
        match error {
            PostError::Failed(error) => error,
            _ => Self::Invalid,
        }
    }
}
