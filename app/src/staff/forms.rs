//! What the pages outside the staff's rooms need in order to show their forms.

use serde::{Deserialize, Serialize};

use super::{LogInRefusal, PasswordRefusal};

/// The log-in form as it is to be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogInForm {
    /// The address that was typed before, or that the person has just chosen a password for.
    pub email: String,
    /// Why the last try was refused.
    pub refusal: Option<LogInRefusal>,
    /// A password has just been chosen, and the page says so.
    pub password_saved: bool,
    /// Somebody sent a text after the session had ended. It is kept, and the page says so.
    #[serde(default)]
    pub text_kept: bool,
    /// Who has forgotten the password can get a link by post.
    #[serde(default)]
    pub by_post: bool,
}

/// The form behind a single-use link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordForm {
    /// Who the link is for.
    pub name: String,
    /// The address that the password will go with.
    pub email: String,
    /// Why the last try was refused.
    pub refusal: Option<PasswordRefusal>,
}
