//! Why files are refused, in sentences for the person who sent them.

use std::io;

use app::admin::MoveInField;
use app::documents::size_in_words;
use app::error::AppError;

/// Why files are refused.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    /// Another import is open.
    #[error("En annan inflyttning är inte klar än. Vänta på den, eller avsluta den först.")]
    Busy,
    /// No file was chosen.
    #[error("Välj filen från den gamla webbplatsen.")]
    NoFile,
    /// A file is larger than it may be.
    #[error(
        "Filen är större än {}. Dela upp den, eller be den som sköter servern köra kommandot guldkorn import.",
        size_in_words(most_bytes(*.0))
    )]
    TooLarge(MoveInField),
    /// There is no room.
    #[error("Filen får inte plats på serverns disk. Be den som sköter servern om mer plats.")]
    Full,
    /// The disk refuses.
    #[error(
        "Filen kunde inte sparas på servern. Försök igen, eller be den som sköter servern titta i loggen."
    )]
    Disk,
    /// The form ended early, or is none.
    #[error("Allt kom inte fram. Kontrollera att nätet fungerar och skicka igen.")]
    Cut,
    /// Nothing came for long.
    #[error("Det tog för lång tid. Skicka igen på ett snabbare nät, eller med en mindre fil.")]
    Slow,
    /// The database refuses.
    #[error("Det gick inte att spara. Försök igen om en stund.")]
    Database(#[from] AppError),
}

impl Refusal {
    /// Returns the field that it is about.
    pub(super) const fn field(&self) -> Option<MoveInField> {
        match self {
            Self::NoFile => Some(MoveInField::File),
            Self::TooLarge(field) => Some(*field),
            _ => None,
        }
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        if matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
            return Self::Full;
        }
        tracing::error!(%error, "a file of an import could not be stored");
        Self::Disk
    }
}

/// Returns how large a file may be. The page says so, too.
pub(super) const fn most_bytes(field: MoveInField) -> u64 {
    match field {
        MoveInField::File => 500_000_000,
        MoveInField::Media => 2_000_000_000,
    }
}
