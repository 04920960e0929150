//! Flash messages: what a page says after a form has led back to it.
//!
//! A flash waits in the database under a short-lived cookie, and is taken once. In the address anybody could forge it,
//! and what was typed would end up in histories and logs (`docs/decisions/0008-flash-rows.md`).

use http::HeaderMap;
use http::request::Parts;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::cookies::Purpose;
use super::redirect::LocalPath;
use super::request_context::RequestContext;
use super::stored_form;
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::state::AppState;

/// What a page says once: that something was done, or what is wrong and what to do. Never holds a password or another
/// secret.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Flash<T> {
    /// A sentence; may be empty.
    pub(crate) message: String,
    /// The fields that are refused; empty unless `is_error`.
    pub(crate) errors: FieldErrors,
    /// Whether nothing was done.
    pub(crate) is_error: bool,
    /// What was typed, and whatever else the page needs in order to go on.
    pub(crate) more: T,
}

impl<T> Flash<T> {
    /// Returns the flash of an action that was done.
    pub(crate) fn done(message: impl Into<String>, more: T) -> Self {
        Self { message: message.into(), errors: FieldErrors::default(), is_error: false, more }
    }

    /// Returns the flash of an action that was refused.
    pub(crate) fn refused(message: impl Into<String>, more: T) -> Self {
        Self { message: message.into(), errors: FieldErrors::default(), is_error: true, more }
    }

    /// Returns the flash of a form in which some fields are refused.
    pub(crate) fn invalid(errors: FieldErrors, more: T) -> Self {
        Self { message: String::new(), errors, is_error: true, more }
    }

    /// Returns the title of the browser's tab, which names an error first.
    pub(crate) fn title(&self, page: &str) -> String {
        if self.is_error { format!("Fel: {page}") } else { page.to_owned() }
    }
}

/// Takes the flash that waits for a form in this browser; an empty one if there is none.
pub(crate) async fn take_flash<T: DeserializeOwned + Default>(
    state: &AppState,
    form: &'static str,
) -> Result<Flash<T>, AppError> {
    Ok(take(state, &RequestContext::current()?, form).await?.unwrap_or_default())
}

/// Redirects to a page, and leaves it a flash for the form.
pub(crate) async fn redirect_with_flash<T: Serialize>(
    state: &AppState,
    form: &'static str,
    page: &str,
    flash: &Flash<T>,
) -> Result<(), AppError> {
    let request = RequestContext::current()?;
    request.redirect(&LocalPath::parse(page).ok_or(AppError::Internal)?);
    leave(state, &request, form, flash).await
}

/// Leaves the content of a flash.
pub(crate) async fn leave<T: Serialize>(
    state: &AppState,
    request: &RequestContext,
    form: &'static str,
    content: &T,
) -> Result<(), AppError> {
    stored_form::save(state, request, Purpose::Flash, form, content).await
}

/// Takes the content of a flash.
pub(crate) async fn take<T: DeserializeOwned>(
    state: &AppState,
    request: &RequestContext,
    form: &'static str,
) -> Result<Option<T>, AppError> {
    stored_form::take(state, request, Purpose::Flash, form).await
}

/// Leaves a flash for a request that no server function answers. Returns the headers that its response needs.
pub(crate) async fn leave_for<T: Serialize>(
    state: &AppState,
    request: &Parts,
    form: &'static str,
    content: &T,
) -> Result<HeaderMap, AppError> {
    let request = RequestContext::of(request);
    leave(state, &request, form, content).await?;
    Ok(request.response_headers())
}
