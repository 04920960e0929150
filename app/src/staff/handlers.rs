//! The answers of the log-in's server functions: what is done, where it leads, and what the next page says.

use serde::Serialize;

use super::cookies::Purpose;
use super::redirect::LocalPath;
use super::request_context::{RequestContext, RequestKind};
use super::{
    LogInForm, LogInRefusal, Outcome, PasswordForm, PasswordRefusal, flash, log_in, password_link, session,
};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;

const LOG_IN: LocalPath = LocalPath::fixed(paths::LOG_IN);
const DESK: LocalPath = LocalPath::fixed(paths::ADMIN);

const LOG_IN_FORM: &str = "log_in";
const PASSWORD_FORM: &str = "choose_password";

pub(super) async fn log_in(
    state: &AppState,
    email: String,
    password: &str,
) -> Result<Outcome<LogInRefusal>, AppError> {
    let visit = RequestContext::here()?;
    let tried = log_in::log_in(state, &email, password, visit.network(), visit.token(Purpose::Session)).await;
    match tried.unwrap_or_else(|error| Err(error.into())) {
        Ok(token) => {
            visit.keep(Purpose::Session, &token);
            visit.go_to(&DESK);
            Ok(Outcome::Done)
        }
        Err(refusal) => {
            let form = LogInForm { email, refusal: Some(refusal), ..LogInForm::default() };
            refuse(state, &visit, LOG_IN_FORM, &LOG_IN, &form).await;
            Ok(Outcome::Refused(refusal))
        }
    }
}

pub(super) async fn log_out(state: &AppState) -> Result<(), AppError> {
    let visit = RequestContext::here()?;
    // The cookie stays until the session has ended in the database: otherwise a stolen copy would live on.
    if let Some(token) = visit.token(Purpose::Session) {
        session::end(state, &token).await?;
        visit.forget(Purpose::Session);
    }
    visit.go_to(&LOG_IN);
    Ok(())
}

pub(super) async fn choose_password(
    state: &AppState,
    token: &str,
    password: &str,
) -> Result<Outcome<PasswordRefusal>, AppError> {
    let visit = RequestContext::here()?;
    let tried = password_link::choose(state, token, password).await;
    match tried.unwrap_or_else(|error| Err(error.into())) {
        Ok(email) => {
            let form = LogInForm { email, password_saved: true, ..LogInForm::default() };
            flash::leave(state, &visit, LOG_IN_FORM, &form).await?;
            visit.go_to(&LOG_IN);
            Ok(Outcome::Done)
        }
        Err(refusal) => {
            let page = LocalPath::parse(&paths::choose_password(token)).unwrap_or(LOG_IN);
            refuse(state, &visit, PASSWORD_FORM, &page, &refusal).await;
            Ok(Outcome::Refused(refusal))
        }
    }
}

pub(super) async fn log_in_page(state: &AppState) -> Result<LogInForm, AppError> {
    let visit = RequestContext::here()?;
    if visit.staff(state).await?.is_some() {
        visit.go_to(&DESK);
    }
    let form: LogInForm = flash::take(state, &visit, LOG_IN_FORM).await?.unwrap_or_default();
    let (text_kept, by_post) = (visit.token(Purpose::Text).is_some(), state.mail.is_set_up());
    Ok(LogInForm { text_kept, by_post, ..form })
}

pub(super) async fn password_page(state: &AppState, token: &str) -> Result<Option<PasswordForm>, AppError> {
    let visit = RequestContext::here()?;
    let Some(form) = password_link::form(state, token).await? else {
        if visit.asker() == RequestKind::Page {
            visit.set_status(AppError::Gone);
        }
        return Ok(None);
    };
    let refusal = flash::take(state, &visit, PASSWORD_FORM).await?;
    Ok(Some(PasswordForm { refusal, ..form }))
}

/// Sends a plain form back to its page, which says why. If even the message cannot be kept, the page comes
/// without it: the log knows.
async fn refuse<T: Serialize>(
    state: &AppState,
    visit: &RequestContext,
    form: &'static str,
    page: &LocalPath,
    content: &T,
) {
    if visit.asker() == RequestKind::Client {
        return;
    }
    visit.go_to(page);
    if let Err(error) = flash::leave(state, visit, form, content).await {
        tracing::error!(%error, form, "a form's message is lost");
    }
}

#[cfg(test)]
mod tests;
