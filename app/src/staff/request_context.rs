//! The request under way and the answer that is being made, apart from its body.

use http::StatusCode;
use http::header::{ACCEPT, HeaderName, HeaderValue, SET_COOKIE};
use http::request::Parts;
use leptos::prelude::use_context;
use leptos::server_fn::redirect::REDIRECT_HEADER;
use leptos_axum::ResponseOptions;

use super::cookies::{self, Purpose};
use super::network::Network;
use super::redirect::LocalPath;
use super::token::Token;
use super::{Staff, session};
use crate::error::AppError;
use crate::state::AppState;

/// Who waits for the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequestKind {
    /// A browser that loads a page.
    Page,
    /// A plain form, or a tool such as curl: it understands redirects and nothing else.
    Form,
    /// Our client in WebAssembly: it wants the function's own answer.
    Client,
}

/// A request and its answer.
pub(crate) struct RequestContext {
    request: Parts,
    answer: ResponseOptions,
}

impl RequestContext {
    /// The one that the running server function belongs to.
    pub(crate) fn here() -> Result<Self, AppError> {
        let (Some(request), Some(answer)) = (use_context(), use_context()) else {
            tracing::error!("no request in context");
            return Err(AppError::Internal);
        };
        Ok(Self { request, answer })
    }

    /// Who waits for the answer.
    pub(crate) fn asker(&self) -> RequestKind {
        if !self.request.uri.path().starts_with("/api/") {
            return RequestKind::Page;
        }
        let accept =
            self.request.headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
        if accept.contains("application/json") && !accept.contains("text/html") {
            RequestKind::Client
        } else {
            RequestKind::Form
        }
    }

    /// Sends the asker to another page.
    pub(crate) fn go_to(&self, path: &LocalPath) {
        self.answer.insert_header(http::header::LOCATION, path.header());
        if self.asker() == RequestKind::Client {
            self.answer.insert_header(HeaderName::from_static(REDIRECT_HEADER), HeaderValue::from_static(""));
        } else {
            self.answer.set_status(StatusCode::FOUND);
        }
    }

    /// Says that a page has another address for good. A plain form asks for no page.
    pub(crate) fn moved_to(&self, path: &LocalPath) {
        self.go_to(path);
        if self.asker() == RequestKind::Page {
            self.answer.set_status(StatusCode::MOVED_PERMANENTLY);
        }
    }

    /// Sets the answer's status. Not for a plain form: it would override the redirect.
    pub(crate) fn set_status(&self, error: AppError) {
        if let Ok(status) = StatusCode::from_u16(error.status()) {
            self.answer.set_status(status);
        }
    }

    /// Whose living session the request belongs to.
    pub(crate) async fn staff(&self, state: &AppState) -> Result<Option<Staff>, AppError> {
        session::of_request(state, &self.request).await
    }

    /// Where the request comes from.
    pub(super) fn network(&self) -> Network {
        Network::of(&self.request)
    }

    pub(super) fn token(&self, purpose: Purpose) -> Option<Token> {
        cookies::read(&self.request, purpose)
    }

    /// Returns the token of the session that the request belongs to; [`AppError::LogInFirst`] without one.
    pub(crate) fn session_token(&self) -> Result<Token, AppError> {
        self.token(Purpose::Session).ok_or(AppError::LogInFirst)
    }

    pub(super) fn keep(&self, purpose: Purpose, token: &Token) {
        self.append(cookies::set(&self.request, purpose, token));
    }

    pub(super) fn forget(&self, purpose: Purpose) {
        self.append(cookies::clear(&self.request, purpose));
    }

    fn append(&self, cookie: Option<HeaderValue>) {
        if let Some(cookie) = cookie {
            self.answer.append_header(SET_COOKIE, cookie);
        }
    }
}
