//! Why a form of the log-in was refused, and the sentence that says what to do about it.

use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// What came of a form that somebody sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome<R> {
    /// It was done, and another page comes.
    Done,
    /// It was not done; the form says why and keeps what was typed.
    Refused(R),
}

/// Trouble that is not the sender's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// Too many want in at this moment.
    Busy,
    /// No answer came.
    Unreachable,
    /// Our fault. The log says more.
    Fault,
}

impl Trouble {
    const fn sentence(self) -> &'static str {
        match self {
            Self::Busy => "Det är många som loggar in just nu. Vänta en stund och försök igen.",
            Self::Unreachable => "Vi får ingen kontakt med webbplatsen. Kontrollera nätet och försök igen.",
            Self::Fault => "Något gick fel hos oss. Vänta en stund och försök igen.",
        }
    }
}

impl From<AppError> for Trouble {
    fn from(error: AppError) -> Self {
        if error == AppError::Unreachable { Self::Unreachable } else { Self::Fault }
    }
}

/// Why somebody was not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogInRefusal {
    /// The address is missing or cannot be one.
    Email,
    /// No password was typed.
    Password,
    /// No active account has that address and that password; which of them is wrong is not said.
    Wrong,
    /// Too many failures with that address.
    Wait {
        /// How long until the next try is looked at.
        seconds: u32,
    },
    /// Not the sender's fault.
    Trouble(Trouble),
}

impl LogInRefusal {
    /// What the form says.
    pub fn sentence(self) -> String {
        match self {
            Self::Email => "Skriv din e-postadress, till exempel namn@exempel.se.".into(),
            Self::Password => "Skriv ditt lösenord.".into(),
            Self::Wrong => "E-postadressen eller lösenordet stämmer inte.".into(),
            Self::Wait { seconds } => format!("För många försök. Vänta {} och försök igen.", wait(seconds)),
            Self::Trouble(trouble) => trouble.sentence().into(),
        }
    }

    /// The name of the field that it is about.
    pub const fn field(self) -> Option<&'static str> {
        match self {
            Self::Email | Self::Wrong => Some("email"),
            Self::Password => Some("password"),
            Self::Wait { .. } | Self::Trouble(_) => None,
        }
    }
}

impl From<AppError> for LogInRefusal {
    fn from(error: AppError) -> Self {
        Self::Trouble(error.into())
    }
}

/// "1 sekund", "30 sekunder", "4 minuter"
fn wait(seconds: u32) -> String {
    match seconds {
        0 | 1 => "1 sekund".into(),
        2..=90 => format!("{seconds} sekunder"),
        _ => format!("{} minuter", seconds.div_ceil(60)),
    }
}

/// Why a new password was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordRefusal {
    /// Too short to withstand guessing.
    TooShort,
    /// Longer than anybody types.
    TooLong,
    /// Among the first that somebody would guess.
    Common,
    /// The link was used, has expired, or never was.
    LinkGone,
    /// Not the sender's fault.
    Trouble(Trouble),
}

impl PasswordRefusal {
    /// What the form says.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::TooShort => "Lösenordet är för kort. Skriv minst 12 tecken.",
            Self::TooLong => "Lösenordet är för långt. Skriv högst 128 tecken.",
            Self::Common => {
                "Lösenordet är lätt att gissa. Välj ett annat, till exempel några ord som inte hör ihop."
            }
            Self::LinkGone => "Länken gäller inte längre. Be den som sköter webbplatsen om en ny.",
            Self::Trouble(trouble) => trouble.sentence(),
        }
    }

    /// The name of the field that it is about.
    pub const fn field(self) -> Option<&'static str> {
        match self {
            Self::TooShort | Self::TooLong | Self::Common => Some("password"),
            Self::LinkGone | Self::Trouble(_) => None,
        }
    }
}

impl From<AppError> for PasswordRefusal {
    fn from(error: AppError) -> Self {
        Self::Trouble(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_said_in_plain_words() {
        let words = |seconds| LogInRefusal::Wait { seconds }.sentence();
        assert_eq!(words(1), "För många försök. Vänta 1 sekund och försök igen.");
        assert_eq!(words(30), "För många försök. Vänta 30 sekunder och försök igen.");
        assert_eq!(words(91), "För många försök. Vänta 2 minuter och försök igen.");
        assert_eq!(words(240), "För många försök. Vänta 4 minuter och försök igen.");
    }
}
