//! Reasons for which a document is refused, with the sentence that tells its sender what to do.

use crate::error::AppError;

/// The reason for which a document was not taken in. Its text is shown to the sender.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// There is no staff session, or no longer.
    #[error("Du är inte inloggad längre. Logga in och skicka dokumentet igen.")]
    LogInFirst,
    /// The account may not add documents.
    #[error("Ditt konto får inte göra det. Be den som sköter webbplatsen om hjälp.")]
    Forbidden,
    /// The request is no form.
    #[error("Det gick inte att läsa det som skickades. Ladda om sidan och försök igen.")]
    Unreadable,
    /// The file was sent too slowly.
    #[error("Det tog för lång tid att skicka dokumentet. Kontrollera att du har nät och försök igen.")]
    Slow,
    /// There is no file in the form.
    #[error("Välj ett dokument.")]
    NoFile,
    /// Too many bytes.
    #[error(
        "Dokumentet är för stort: det får vara högst 25 MB. Gör bilderna i det mindre, eller dela det, och försök igen."
    )]
    TooLarge,
    /// A file of another kind.
    #[error(
        "Filen är inget dokument som går att använda här. Välj en PDF, ett dokument från Word, Excel, PowerPoint eller \
         LibreOffice, en textfil eller en CSV-fil."
    )]
    WrongKind,
    /// A format of the time before 2007, or RTF: what runs in them cannot be told.
    #[error(
        "Filen är i ett äldre format. Öppna den, spara den som DOCX, XLSX, PPTX eller PDF och försök igen."
    )]
    OldKind,
    /// A page or a drawing of the web, which browsers would run.
    #[error("Filen är en webbsida eller en teckning (HTML eller SVG). Spara den som PDF och försök igen.")]
    WebPage,
    /// A text in another encoding.
    #[error(
        "Texten i filen är inte sparad som UTF-8, så å, ä och ö skulle bli fel. Spara den som UTF-8 (i Excel: ”CSV UTF-8”) \
         och försök igen."
    )]
    Encoding,
    /// A PDF with JavaScript, or one that starts programs.
    #[error(
        "PDF:en innehåller program (JavaScript eller något som startar andra program). Skriv ut den till en ny PDF och \
         skicka den i stället."
    )]
    ActivePdf,
    /// A PDF that carries other files, films or sounds.
    #[error("PDF:en har andra filer i sig. Ta bort dem, och skicka dem som egna dokument.")]
    PdfWithFiles,
    /// A PDF that is encrypted.
    #[error(
        "PDF:en är låst med lösenord eller skrivskydd. Då kan alla inte läsa den, och vi kan inte granska den. Spara den \
         utan skydd och försök igen."
    )]
    LockedPdf,
    /// A document with macros or embedded programs.
    #[error("Dokumentet innehåller makron eller inbäddade program. Spara det utan makron, eller som PDF.")]
    Macros,
    /// A document that is encrypted.
    #[error("Dokumentet är låst med lösenord. Spara det utan lösenord och försök igen.")]
    Locked,
    /// A document that becomes far larger when it is opened.
    #[error("Dokumentet blir orimligt stort när det öppnas. Spara det som PDF och försök igen.")]
    Bomb,
    /// The file is truncated or damaged.
    #[error("Filen är trasig eller ofullständig. Öppna dokumentet, spara det på nytt och försök igen.")]
    Broken,
    /// The title is too long.
    #[error("Titeln är för lång. Skriv högst 150 tecken.")]
    LongTitle,
    /// There is no title.
    #[error("Skriv en titel som säger vad dokumentet är.")]
    NoTitle,
    /// Another document has the same file.
    #[error("Filen finns redan som dokumentet ”{0}”.")]
    Known(String),
    /// The document is used, and cannot be deleted.
    #[error("Dokumentet används och kan inte läggas i papperskorgen. Ta bort det ur texterna först.")]
    Used,
    /// The document does not exist, or no longer.
    #[error("Dokumentet finns inte längre.")]
    Gone,
    /// Too many documents are being received.
    #[error("Vi tar emot många filer just nu. Vänta en stund och försök igen.")]
    Busy,
    /// Our fault. The log says more.
    #[error("Något gick fel hos oss. Vänta en stund och försök igen.")]
    Internal,
}

impl DocumentError {
    /// Logs a fault of ours.
    pub(crate) fn internal(what: &'static str, error: &dyn std::fmt::Display) -> Self {
        tracing::error!(%error, "{what}");
        Self::Internal
    }
}

impl From<sqlx::Error> for DocumentError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Self::Gone,
            error => Self::internal("documents could not be read or written", &error),
        }
    }
}

impl From<AppError> for DocumentError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::LogInFirst => Self::LogInFirst,
            AppError::Forbidden => Self::Forbidden,
            AppError::NotFound => Self::Gone,
            _ => Self::Internal,
        }
    }
}
