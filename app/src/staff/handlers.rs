//! What the server functions of log-in and passwords do: the act, the redirect, and what the next page says.

use serde::Serialize;

use super::cookies::Purpose;
use super::email::shortened;
use super::flash::{Flash, redirect_with_flash, take_flash};
use super::redirect::LocalPath;
use super::request_context::{RequestContext, RequestKind};
use super::{LogInError, LogInForm, Outcome, PasswordError, PasswordForm, log_in, password_link, session};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;

const LOG_IN: LocalPath = LocalPath::fixed(paths::LOG_IN);
const DASHBOARD: LocalPath = LocalPath::fixed(paths::ADMIN);

const LOG_IN_FORM: &str = "log_in";
const PASSWORD_FORM: &str = "choose_password";

pub(super) async fn log_in(
    state: &AppState,
    email: String,
    password: &str,
) -> Result<Outcome<LogInError>, AppError> {
    let request = RequestContext::current()?;
    let older = request.cookie(Purpose::Session);
    match log_in::log_in(state, &email, password, request.network(), older).await {
        Ok(token) => {
            request.set_cookie(Purpose::Session, &token);
            request.redirect(&DASHBOARD);
            Ok(Outcome::Done)
        }
        Err(error) => {
            let form = LogInForm { email: shortened(email), error: Some(error), ..LogInForm::default() };
            refuse(state, &request, LOG_IN_FORM, paths::LOG_IN, form).await;
            Ok(Outcome::Refused(error))
        }
    }
}

pub(super) async fn log_out(state: &AppState) -> Result<(), AppError> {
    let request = RequestContext::current()?;
    // The cookie stays until the session has ended in the database: otherwise a stolen copy would live on.
    if let Some(token) = request.cookie(Purpose::Session) {
        session::end(state, &token).await?;
        request.clear_cookie(Purpose::Session);
    }
    request.redirect(&LOG_IN);
    Ok(())
}

pub(super) async fn choose_password(
    state: &AppState,
    token: &str,
    password: &str,
) -> Result<Outcome<PasswordError>, AppError> {
    let request = RequestContext::current()?;
    match password_link::choose(state, token, password).await {
        Ok(email) => {
            let form = LogInForm { email, password_saved: true, ..LogInForm::default() };
            redirect_with_flash(state, LOG_IN_FORM, paths::LOG_IN, &Flash::done("", form)).await?;
            Ok(Outcome::Done)
        }
        Err(error) => {
            let page = paths::choose_password(token);
            // A made-up token may be no part of an address.
            let page = if LocalPath::parse(&page).is_some() { page.as_str() } else { paths::LOG_IN };
            refuse(state, &request, PASSWORD_FORM, page, Some(error)).await;
            Ok(Outcome::Refused(error))
        }
    }
}

pub(super) async fn log_in_page(state: &AppState) -> Result<LogInForm, AppError> {
    let request = RequestContext::current()?;
    if request.staff(state).await?.is_some() {
        request.redirect(&DASHBOARD);
    }
    let flash: Flash<LogInForm> = take_flash(state, LOG_IN_FORM).await?;
    let has_submission = request.cookie(Purpose::Submission).is_some();
    Ok(LogInForm { has_submission, can_send_link: state.mail.is_configured(), ..flash.more })
}

pub(super) async fn password_page(state: &AppState, token: &str) -> Result<Option<PasswordForm>, AppError> {
    let request = RequestContext::current()?;
    let Some(form) = password_link::form(state, token).await? else {
        if request.kind() == RequestKind::Document {
            request.set_status(AppError::Gone);
        }
        return Ok(None);
    };
    let flash: Flash<Option<PasswordError>> = take_flash(state, PASSWORD_FORM).await?;
    Ok(Some(PasswordForm { error: flash.more, ..form }))
}

/// Leads a plain form back to its page, which says why. If not even the flash can be saved, the page comes without it:
/// the log says more.
async fn refuse<T: Serialize>(
    state: &AppState,
    request: &RequestContext,
    form: &'static str,
    page: &str,
    more: T,
) {
    if request.kind() == RequestKind::Client {
        return;
    }
    if let Err(error) = redirect_with_flash(state, form, page, &Flash::refused("", more)).await {
        tracing::error!(%error, form, "a flash is lost");
    }
}

#[cfg(test)]
mod tests;
