//! The request that a server function answers, and the response's status and headers.

use std::sync::PoisonError;

use http::header::{ACCEPT, HeaderName, HeaderValue, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use leptos::prelude::use_context;
use leptos::server_fn::redirect::REDIRECT_HEADER;
use leptos_axum::ResponseOptions;

use super::cookies::{self, Purpose};
use super::network::Network;
use super::redirect::LocalPath;
use super::token::Token;
use super::{Staff, StaffId, session};
use crate::error::AppError;
use crate::state::AppState;

/// What kind of response a request expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequestKind {
    /// A browser that loads a page.
    Document,
    /// A plain form, or a tool such as curl: it understands redirects and nothing else.
    Form,
    /// Our client in WebAssembly: it expects what the server function returns.
    Client,
}

/// A request and the head of its response.
pub(crate) struct RequestContext {
    request: Parts,
    response: ResponseOptions,
}

impl RequestContext {
    /// Returns the context of the running server function.
    pub(crate) fn current() -> Result<Self, AppError> {
        let (Some(request), Some(response)) = (use_context(), use_context()) else {
            tracing::error!("no request in context");
            return Err(AppError::Internal);
        };
        Ok(Self { request, response })
    }

    /// Returns the context of a request that no server function answers. Its response gets
    /// [`response_headers`](Self::response_headers).
    pub(crate) fn of(request: &Parts) -> Self {
        Self { request: request.clone(), response: ResponseOptions::default() }
    }

    /// Returns the headers that the response is to have.
    pub(crate) fn response_headers(&self) -> HeaderMap {
        self.response.0.read().unwrap_or_else(PoisonError::into_inner).headers.clone()
    }

    /// Returns what kind of response is expected.
    pub(crate) fn kind(&self) -> RequestKind {
        if !self.request.uri.path().starts_with("/api/") {
            return RequestKind::Document;
        }
        let accept =
            self.request.headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
        if accept.contains("application/json") && !accept.contains("text/html") {
            RequestKind::Client
        } else {
            RequestKind::Form
        }
    }

    /// Returns how addresses of the site begin for the browser that sent the request, as it and a proxy say. Anybody can
    /// forge it in a request of their own.
    pub(crate) fn origin(&self) -> Option<String> {
        let scheme = if self.header("x-forwarded-proto") == Some("https") { "https" } else { "http" };
        self.header("host").map(|host| format!("{scheme}://{host}"))
    }

    /// Redirects to another page.
    pub(crate) fn redirect(&self, path: &LocalPath) {
        self.response.insert_header(http::header::LOCATION, path.header());
        if self.kind() == RequestKind::Client {
            self.response
                .insert_header(HeaderName::from_static(REDIRECT_HEADER), HeaderValue::from_static(""));
        } else {
            self.response.set_status(StatusCode::FOUND);
        }
    }

    /// Redirects a page to the address that it has for good. The other kinds load no page and get an ordinary redirect.
    pub(crate) fn redirect_permanently(&self, path: &LocalPath) {
        self.redirect(path);
        if self.kind() == RequestKind::Document {
            self.response.set_status(StatusCode::MOVED_PERMANENTLY);
        }
    }

    /// Sets the status of an error. Not for a plain form: it would override the redirect.
    pub(crate) fn set_status(&self, error: AppError) {
        if let Ok(status) = StatusCode::from_u16(error.status()) {
            self.response.set_status(status);
        }
    }

    /// Returns the value of a header, where it is text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.request.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Returns what the server has put beside the request, such as a form that was refused.
    pub(crate) fn extension<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        self.request.extensions.get().cloned()
    }

    /// Returns whether it is known which network the request comes from.
    pub(crate) fn has_known_network(&self) -> bool {
        self.network().is_known()
    }

    /// Returns the account whose living session the request carries.
    pub(crate) async fn staff(&self, state: &AppState) -> Result<Option<Staff>, AppError> {
        session::of_request(state, &self.request).await
    }

    /// Returns the account whose session the request carries, also when that has ended.
    pub(super) async fn session_owner(&self, state: &AppState) -> Result<Option<StaffId>, AppError> {
        session::owner_of_request(state, &self.request).await
    }

    /// Returns the network that the request comes from.
    pub(crate) fn network(&self) -> Network {
        Network::of(&self.request)
    }

    pub(super) fn cookie(&self, purpose: Purpose) -> Option<Token> {
        cookies::read(&self.request, purpose)
    }

    /// Returns the token of the session that the request belongs to; [`AppError::LogInFirst`] without one.
    pub(crate) fn session_token(&self) -> Result<Token, AppError> {
        self.cookie(Purpose::Session).ok_or(AppError::LogInFirst)
    }

    /// Gives the browser the cookie of a session that was just opened.
    pub(crate) fn open_session(&self, token: &Token) {
        self.set_cookie(Purpose::Session, token);
    }

    pub(super) fn set_cookie(&self, purpose: Purpose, token: &Token) {
        self.append_cookie(cookies::set(&self.request, purpose, token));
    }

    pub(super) fn clear_cookie(&self, purpose: Purpose) {
        self.append_cookie(cookies::clear(&self.request, purpose));
    }

    fn append_cookie(&self, cookie: Option<HeaderValue>) {
        if let Some(cookie) = cookie {
            self.response.append_header(SET_COOKIE, cookie);
        }
    }
}
