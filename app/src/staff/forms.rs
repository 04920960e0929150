//! What the pages without a session need in order to show their forms.

use serde::{Deserialize, Serialize};

use super::{LogInError, PasswordError};

/// The log-in form as it is to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogInForm {
    /// The address to fill in: the one of the last try, or of the account whose password was just chosen.
    pub email: String,
    /// Why the last try was refused.
    pub error: Option<LogInError>,
    /// Whether a password has just been chosen.
    pub password_saved: bool,
    /// Whether a form that was sent after the session had ended is waiting for its sender.
    #[serde(default)]
    pub has_submission: bool,
    /// Whether the site can send a link to somebody who has forgotten the password.
    #[serde(default)]
    pub can_send_link: bool,
}

/// The form behind a single-use link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordForm {
    /// The name of the account's owner.
    pub name: String,
    /// The address that the password will go with.
    pub email: String,
    /// Why the last try was refused.
    pub error: Option<PasswordError>,
}
