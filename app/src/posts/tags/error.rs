//! Why something was not done with a tag.

use super::tag::{INTRODUCTION_RULE, NAME_RULE, SLUG_RULE};
use crate::error::AppError;

/// Why nothing was done with a tag: a refusal, whose text tells the person what to do instead, or a failure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TagError {
    /// The name is empty or too long.
    #[error("{NAME_RULE}")]
    Name,
    /// Another tag has the name.
    #[error("En annan etikett heter så. Välj ett annat namn, eller slå ihop dem.")]
    NameTaken,
    /// The address cannot be one.
    #[error("{SLUG_RULE}")]
    Slug,
    /// Another tag has the address.
    #[error("En annan etikett har den adressen. Skriv en annan.")]
    SlugTaken,
    /// The introduction is too long.
    #[error("{INTRODUCTION_RULE}")]
    Introduction,
    /// There is no such drawing.
    #[error("Välj en av teckningarna.")]
    Drawing,
    /// There is no other tag to merge it into.
    #[error("Välj en annan etikett som den ska bli en del av.")]
    Into,
    /// Somebody else has deleted it.
    #[error("Etiketten finns inte längre. Se i listan vad som gäller nu.")]
    Unknown,
    /// Somebody else has changed it meanwhile.
    #[error(
        "Någon annan har ändrat etiketten sedan du öppnade sidan. Nu heter den ”{name}” och har adressen ”{slug}”. \
         Inget av ditt är sparat. Spara igen om det är ditt som ska gälla."
    )]
    Overtaken {
        /// The name that the other has given it.
        name: String,
        /// The last part of its address now.
        slug: String,
    },
    /// The database failed.
    #[error(transparent)]
    Failed(#[from] AppError),
}

impl TagError {
    /// Returns the field of the form that is wrong.
    pub(crate) const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Name | Self::NameTaken => Some("name"),
            Self::Slug | Self::SlugTaken => Some("slug"),
            Self::Introduction => Some("introduction"),
            Self::Drawing => Some("drawing"),
            Self::Into => Some("into"),
            Self::Unknown | Self::Overtaken { .. } | Self::Failed(_) => None,
        }
    }
}

impl From<sqlx::Error> for TagError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error.into())
    }
}
