//! Reasons for which a recording is refused, with the sentence that tells its sender what to do.

use crate::error::AppError;

/// The reason for which a recording was not taken in. Its text is shown to the sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecordingError {
    /// The account may not change what readers have.
    #[error(
        "Läsarna har redan texten, och då får bara en redaktör ändra inspelningen. Be en redaktör om hjälp."
    )]
    Forbidden,
    /// The request is no form.
    #[error("Det gick inte att läsa det som skickades. Ladda om sidan och försök igen.")]
    Unreadable,
    /// The file was sent too slowly.
    #[error("Det tog för lång tid att skicka inspelningen. Kontrollera att du har nät och försök igen.")]
    Slow,
    /// There is no file in the form.
    #[error("Välj en ljudfil.")]
    NoFile,
    /// Too many bytes.
    #[error(
        "Inspelningen är för stor: den får vara högst 60 MB. Är den en WAV-fil, spara den som MP3 eller M4A, så blir den \
         tio gånger mindre. Annars korta den, och försök igen."
    )]
    TooLarge,
    /// Too many minutes.
    #[error("Inspelningen är för lång: den får vara högst 30 minuter. Korta den och försök igen.")]
    TooLong,
    /// Nothing to hear.
    #[error("Inspelningen är tom eller kortare än en sekund. Spela in igen och försök en gång till.")]
    Empty,
    /// No sound at all.
    #[error("Filen är ingen ljudfil som går att använda här. Välj en ljudfil: M4A, MP3, Opus eller WAV.")]
    NotSound,
    /// A sound that not every browser plays.
    #[error(
        "Alla läsare kan inte spela upp ljud som är sparat så. Öppna inspelningen i programmet som den är gjord med, spara \
         den som MP3 eller M4A (AAC) och försök igen."
    )]
    OtherSound,
    /// A film: AVI, or MP4 or Ogg with a track of pictures.
    #[error("Det finns bild eller film i filen. Spara bara ljudet, som MP3 eller M4A, och försök igen.")]
    HasVideo,
    /// Encrypted, as what is bought or lent is.
    #[error(
        "Ljudfilen är låst med kopieringsskydd, så läsarna kan inte spela upp den. Skicka en inspelning som ni har gjort själva."
    )]
    Locked,
    /// Several sounds in one file.
    #[error("Det finns flera ljud i filen. Spara dem som ett enda, som MP3 eller M4A, och försök igen.")]
    Several,
    /// The file is truncated or damaged.
    #[error("Ljudfilen är trasig eller ofullständig. Spara inspelningen på nytt, eller skicka den igen.")]
    Broken,
    /// The transcript is too long.
    #[error("Utskriften är för lång. Skriv högst 60 000 tecken.")]
    LongTranscript,
    /// The recording, or its text, does not exist, or no longer.
    #[error("Inspelningen finns inte längre. Ladda om sidan.")]
    Gone,
    /// Too many files are being received.
    #[error("Vi tar emot många filer just nu. Vänta en stund och försök igen.")]
    Busy,
    /// Our fault. The log says more.
    #[error("Något gick fel hos oss. Vänta en stund och försök igen.")]
    Internal,
}

impl RecordingError {
    /// Logs a fault of ours.
    pub(crate) fn internal(what: &'static str, error: &dyn std::fmt::Display) -> Self {
        tracing::error!(%error, "{what}");
        Self::Internal
    }
}

impl From<sqlx::Error> for RecordingError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Self::Gone,
            error => Self::internal("recordings could not be read or written", &error),
        }
    }
}

impl From<AppError> for RecordingError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Forbidden => Self::Forbidden,
            AppError::NotFound => Self::Gone,
            _ => Self::Internal,
        }
    }
}
