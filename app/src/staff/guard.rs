//! Who may call a server function. Every one starts here, because there is no other way to the state.

use http::request::Parts;
use leptos::prelude::use_context;
use serde::Serialize;

use super::redirect::LocalPath;
use super::request_context::{RequestContext, RequestKind};
use super::{Role, Staff, session, stored_form, submission};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;

const LOG_IN: LocalPath = LocalPath::fixed(paths::LOG_IN);
const DASHBOARD: LocalPath = LocalPath::fixed(paths::ADMIN);

/// Lets everybody in.
///
/// # Errors
/// [`AppError::Internal`] when there is no state, which is a fault of the server's set-up.
pub fn public() -> Result<AppState, AppError> {
    use_context().ok_or_else(|| {
        tracing::error!("no state in context");
        AppError::Internal
    })
}

/// Lets staff in, from a role upwards, and returns who it is.
///
/// Without a session a page or form is redirected to the log-in; our client gets the status and goes there by itself.
///
/// # Errors
/// [`AppError::LogInFirst`] without a living session, [`AppError::Forbidden`] with a lesser role.
pub async fn require(role: Role) -> Result<(AppState, Staff), AppError> {
    let (state, request) = (public()?, RequestContext::current()?);
    match has_role(request.staff(&state).await?, role) {
        Ok(staff) => Ok((state, staff)),
        Err(error) => {
            refuse(&request, error);
            Err(error)
        }
    }
}

/// Lets staff in like [`require`]. A plain form that arrives after its sender's session has ended is saved under `key`,
/// until the sender has logged in again: people write in these forms for long. Nothing is saved for strangers.
///
/// # Errors
/// See [`require`].
pub async fn require_or_save_submission<T: Serialize>(
    role: Role,
    key: impl std::fmt::Display + Send,
    submission: &T,
) -> Result<(AppState, Staff), AppError> {
    let result = require(role).await;
    if matches!(result, Err(AppError::LogInFirst)) {
        let (state, request) = (public()?, RequestContext::current()?);
        if request.kind() == RequestKind::Form && request.session_owner(&state).await?.is_some() {
            submission::save(&state, &request, &key.to_string(), submission).await?;
        }
    }
    result
}

/// Returns the account whose living session a request carries, for routes that are no server functions.
///
/// # Errors
/// When the database cannot be read.
pub async fn authenticate(state: &AppState, request: &Parts) -> Result<Option<Staff>, AppError> {
    session::of_request(state, request).await
}

/// Lets staff in, from a role upwards, and returns who it is, for routes that are no server functions.
///
/// # Errors
/// [`AppError::LogInFirst`] without a living session, [`AppError::Forbidden`] with a lesser role.
pub async fn authorize(state: &AppState, request: &Parts, role: Role) -> Result<Staff, AppError> {
    has_role(authenticate(state, request).await?, role)
}

/// Whether [`authorize`] would still let a request in, for connections that stay open. Is no use of the session.
pub(crate) async fn is_still_authorized(
    state: &AppState,
    request: &Parts,
    role: Role,
) -> Result<bool, AppError> {
    Ok(session::peek(state, request).await?.is_some_and(|staff| staff.role >= role))
}

/// Whether a request's cookies open or find anything: a living session, a flash, a late form. The response to any other
/// is the same for everybody, whatever its cookies are called.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_recognized(state: &AppState, request: &Parts) -> Result<bool, AppError> {
    Ok(session::peek(state, request).await?.is_some() || stored_form::waits(state, request).await?)
}

fn has_role(staff: Option<Staff>, role: Role) -> Result<Staff, AppError> {
    let staff = staff.ok_or(AppError::LogInFirst)?;
    if staff.role < role {
        tracing::warn!(staff = %staff.id, "refused: the role does not allow it");
        return Err(AppError::Forbidden);
    }
    Ok(staff)
}

fn refuse(request: &RequestContext, error: AppError) {
    match (request.kind(), error) {
        (RequestKind::Client, _) | (RequestKind::Document, AppError::Forbidden) => request.set_status(error),
        (RequestKind::Form, AppError::Forbidden) => request.redirect(&DASHBOARD),
        _ => request.redirect(&LOG_IN),
    }
}
