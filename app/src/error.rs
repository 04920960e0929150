//! What can go wrong on the way to a page, as codes without free text.
//!
//! A code crosses the wire to the browser, so it must not carry anything that a database or a library said.

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// The outcome of a request that is not the page somebody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    /// 404: there is nothing at that address, as far as the asker may know.
    #[error("not found")]
    NotFound,
    /// 410: there was a text here, and it was withdrawn.
    #[error("gone")]
    Gone,
    /// 401: a staff session is needed.
    #[error("log in first")]
    LogInFirst,
    /// 403: the staff account may not do that.
    #[error("forbidden")]
    Forbidden,
    /// 422: the input does not fit; the form says what to do.
    #[error("invalid input")]
    Invalid,
    /// 503: no answer came, for example because the network is gone.
    #[error("no connection")]
    Unreachable,
    /// 500: our fault. The log says more.
    #[error("internal error")]
    Internal,
}

impl AppError {
    /// The HTTP status that says the same.
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
        tracing::error!(%error, "the database refused");
        Self::Internal
    }
}
