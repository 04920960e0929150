//! Reasons for which a review link is not created or ended.

use crate::error::AppError;

/// The reason for which nothing was done. The texts of the first two are shown to staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReviewLinkError {
    /// The post was withdrawn, trashed or deleted.
    #[error("Texten går inte att dela, eftersom den är borttagen.")]
    PostRemoved,
    /// The link has expired, or somebody has ended it.
    #[error("Länken var redan avslutad.")]
    AlreadyEnded,
    /// Nothing that the form could tell.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<sqlx::Error> for ReviewLinkError {
    fn from(error: sqlx::Error) -> Self {
        Self::App(error.into())
    }
}
