//! Who may. Every server function starts here, because there is no other way to the state.

use crate::ids::PostId;
use http::request::Parts;
use leptos::prelude::use_context;
use serde::Serialize;

use super::redirect::LocalPath;
use super::request_context::{RequestContext, RequestKind};
use super::{Role, Staff, flash, session};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;

const LOG_IN: LocalPath = LocalPath::fixed(paths::LOG_IN);
const DESK: LocalPath = LocalPath::fixed(paths::ADMIN);

/// Everybody may.
///
/// # Errors
/// When there is no state, which is a fault of the server's set-up.
pub fn public() -> Result<AppState, AppError> {
    use_context().ok_or_else(|| {
        tracing::error!("no state in context");
        AppError::Internal
    })
}

/// Staff may, from a role upwards. Says who it is.
///
/// Who is not logged in is sent to the log-in page; our client gets the status instead and goes there by itself.
///
/// # Errors
/// [`AppError::LogInFirst`] without a living session, [`AppError::Forbidden`] with a lesser role.
pub async fn require(role: Role) -> Result<(AppState, Staff), AppError> {
    let (state, visit) = (public()?, RequestContext::here()?);
    match visit.staff(&state).await? {
        Some(staff) if staff.role >= role => Ok((state, staff)),
        Some(staff) => {
            tracing::warn!(staff = %staff.id, "refused: the role does not allow it");
            Err(refuse(&visit, AppError::Forbidden))
        }
        None => Err(refuse(&visit, AppError::LogInFirst)),
    }
}

/// As [`require`], for forms in which somebody has written for long: what was sent after the session had ended waits
/// for the writer to come back.
///
/// # Errors
/// See [`require`].
pub async fn require_or_keep<T: Serialize>(
    role: Role,
    post: PostId,
    text: &T,
) -> Result<(AppState, Staff), AppError> {
    let answer = require(role).await;
    if matches!(answer, Err(AppError::LogInFirst)) {
        let (state, visit) = (public()?, RequestContext::here()?);
        if visit.asker() == RequestKind::Form {
            flash::leave_text(&state, &visit, post, text).await?;
        }
    }
    answer
}

/// Whose living session a request belongs to, for routes that are no server functions.
///
/// # Errors
/// When the database cannot be read.
pub async fn staff_of(state: &AppState, request: &Parts) -> Result<Option<Staff>, AppError> {
    session::of_request(state, request).await
}

/// Staff may, from a role upwards, for routes that are no server functions. Says who it is.
///
/// # Errors
/// [`AppError::LogInFirst`] without a living session, [`AppError::Forbidden`] with a lesser role.
pub async fn require_of(state: &AppState, request: &Parts, role: Role) -> Result<Staff, AppError> {
    match staff_of(state, request).await? {
        Some(staff) if staff.role >= role => Ok(staff),
        Some(staff) => {
            tracing::warn!(staff = %staff.id, "refused: the role does not allow it");
            Err(AppError::Forbidden)
        }
        None => Err(AppError::LogInFirst),
    }
}

/// Whether a request that [`require_of`] once allowed still would be, for connections that stay open. Does not count as
/// use of the session.
pub(crate) async fn still_allows(state: &AppState, request: &Parts, role: Role) -> Result<bool, AppError> {
    Ok(session::peek(state, request).await?.is_some_and(|staff| staff.role >= role))
}

fn refuse(visit: &RequestContext, error: AppError) -> AppError {
    match (visit.asker(), error) {
        (RequestKind::Client, _) | (RequestKind::Page, AppError::Forbidden) => visit.set_status(error),
        (RequestKind::Form, AppError::Forbidden) => visit.go_to(&DESK),
        _ => visit.go_to(&LOG_IN),
    }
    error
}
