//! What the client learns of a form that it has sent.

use serde::{Deserialize, Serialize};

/// The outcome of a form. A refusal is no error of the server function: that would give it an error's status, which
/// overrides the redirect of a plain form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome<E> {
    /// It was done, and another page follows.
    Done,
    /// It was refused; the form says why and still has what was typed.
    Refused(E),
}
