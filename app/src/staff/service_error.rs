//! Failures that are not the sender's fault, as forms show them.

use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Why a form could not be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ServiceError {
    /// Too many passwords are being checked at this moment.
    Busy,
    /// The client got no response.
    Unreachable,
    /// Something failed on the server; its log says what.
    Internal,
}

impl ServiceError {
    pub(super) const fn sentence(self) -> &'static str {
        match self {
            Self::Busy => "Det är många som loggar in just nu. Vänta en stund och försök igen.",
            Self::Unreachable => {
                "Vi får ingen kontakt med webbplatsen. Kontrollera att du har nät och försök igen."
            }
            Self::Internal => "Något gick fel hos oss. Vänta en stund och försök igen.",
        }
    }
}

impl From<AppError> for ServiceError {
    fn from(error: AppError) -> Self {
        if error == AppError::Unreachable { Self::Unreachable } else { Self::Internal }
    }
}
