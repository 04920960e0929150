//! The errors of requests, as codes without free text.
//!
//! A code is sent to the browser, so it must not carry the message of a database or a library.

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Why a request does not get what it asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    /// 404: there is nothing at that address, as far as the client may know.
    #[error("not found")]
    NotFound,
    /// 410: there was a public post at this address, and it was withdrawn.
    #[error("gone")]
    Gone,
    /// 401: a staff session is needed.
    #[error("log in first")]
    LogInFirst,
    /// 403: the staff account may not do that.
    #[error("forbidden")]
    Forbidden,
    /// 422: the input is not valid; the form says what to do.
    #[error("invalid input")]
    Invalid,
    /// 503: no response came, for example because the network is gone.
    #[error("no connection")]
    Unreachable,
    /// 500: an error on the server; its log has the cause.
    #[error("internal error")]
    Internal,
}

impl AppError {
    /// Returns the HTTP status of the error.
    pub const fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Gone => 410,
            Self::LogInFirst => 401,
            Self::Forbidden => 403,
            Self::Invalid => 422,
            Self::Unreachable => 503,
            Self::Internal => 500,
        }
    }

    /// Returns the heading of the page that explains the error.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::NotFound => "Sidan finns inte",
            Self::Gone => "Texten är borttagen",
            Self::LogInFirst => "Logga in först",
            Self::Forbidden => "Du kommer inte åt sidan",
            Self::Unreachable => "Sidan kom inte fram",
            Self::Invalid | Self::Internal => "Något gick fel hos oss",
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Unreachable,
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Self::Invalid,
            _ => Self::Internal,
        }
    }
}

#[cfg(feature = "ssr")]
impl From<sqlx::Error> for AppError {
    fn from(error: sqlx::Error) -> Self {
        if matches!(error, sqlx::Error::RowNotFound) {
            return Self::NotFound;
        }
        tracing::error!(%error, "database error");
        Self::Internal
    }
}
