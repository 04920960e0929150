//! Why a log-in is refused, and the sentence that says what to do about it.

use serde::{Deserialize, Serialize};

use super::ServiceError;
use crate::error::AppError;

/// Why a log-in, or the request for a new password, was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogInError {
    /// The address is missing or cannot be one.
    Email,
    /// No password was typed.
    Password,
    /// No active account has that address and that password; which of them is wrong is not revealed.
    Wrong,
    /// Too many failures, with that address or from that network.
    Wait {
        /// Seconds until the next try is looked at.
        seconds: u32,
    },
    /// Not the sender's fault.
    Service(ServiceError),
}

impl LogInError {
    /// Returns what the form says.
    pub fn sentence(self) -> String {
        match self {
            Self::Email => "Skriv din e-postadress, till exempel namn@exempel.se.".into(),
            Self::Password => "Skriv ditt lösenord.".into(),
            Self::Wrong => "E-postadressen eller lösenordet stämmer inte.".into(),
            Self::Wait { seconds } => format!("För många försök. Vänta {} och försök igen.", wait(seconds)),
            Self::Service(error) => error.sentence().into(),
        }
    }

    /// Returns the name of the field that it is about.
    pub const fn field(self) -> Option<&'static str> {
        match self {
            Self::Email | Self::Wrong => Some("email"),
            Self::Password => Some("password"),
            Self::Wait { .. } | Self::Service(_) => None,
        }
    }
}

impl From<AppError> for LogInError {
    fn from(error: AppError) -> Self {
        Self::Service(error.into())
    }
}

#[cfg(feature = "ssr")]
impl From<sqlx::Error> for LogInError {
    fn from(error: sqlx::Error) -> Self {
        AppError::from(error).into()
    }
}

/// Returns "1 sekund", "30 sekunder" or "4 minuter".
fn wait(seconds: u32) -> String {
    match seconds {
        0 | 1 => "1 sekund".into(),
        2..=90 => format!("{seconds} sekunder"),
        _ => format!("{} minuter", seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_said_in_plain_words() {
        let words = |seconds| LogInError::Wait { seconds }.sentence();
        assert_eq!(words(1), "För många försök. Vänta 1 sekund och försök igen.");
        assert_eq!(words(30), "För många försök. Vänta 30 sekunder och försök igen.");
        assert_eq!(words(91), "För många försök. Vänta 2 minuter och försök igen.");
        assert_eq!(words(240), "För många försök. Vänta 4 minuter och försök igen.");
    }
}
