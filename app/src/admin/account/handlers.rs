//! What somebody does with the own account, and what its page says next.

use serde::{Deserialize, Serialize};

use super::{AccountRoom, views};
use crate::error::AppError;
use crate::paths;
use crate::staff::own_account::Own;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::staff::{PasswordChangeError, Staff, flash};
use crate::state::AppState;
use crate::ui::render_to_string;

const ROOM: LocalPath = LocalPath::fixed(paths::ACCOUNT);
const FORM: &str = "own_account";

/// What the page says the next time it is shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Flash {
    Done(String),
    Refused(PasswordChangeError),
}

/// The room, with what there is to say.
pub(super) async fn room(state: &AppState, staff: Staff) -> Result<AccountRoom, AppError> {
    let visit = RequestContext::here()?;
    let (done, refusal) = match flash::take(state, &visit, FORM).await? {
        Some(Flash::Done(sentence)) => (Some(sentence), None),
        Some(Flash::Refused(refusal)) => (None, Some(refusal)),
        None => (None, None),
    };
    let sessions = Own::of(&visit, staff.clone()).sessions(state).await?;
    let html = render_to_string(views::room(&staff, &sessions, done));
    Ok(AccountRoom { email: staff.email, refusal, html })
}

pub(super) async fn end(state: &AppState, staff: Staff, session: &str) -> Result<(), AppError> {
    let ended = Own::of(&RequestContext::here()?, staff).end(state, session).await?;
    let words = if ended { "Inloggningen är avslutad." } else { "Inloggningen var redan avslutad." };
    redirect_with_flash(state, &Flash::Done(words.into())).await
}

pub(super) async fn end_others(state: &AppState, staff: Staff) -> Result<(), AppError> {
    Own::of(&RequestContext::here()?, staff).end_others(state).await?;
    redirect_with_flash(state, &Flash::Done("Alla andra inloggningar är avslutade.".into())).await
}

pub(super) async fn change_password(
    state: &AppState,
    staff: Staff,
    old: &str,
    new: &str,
) -> Result<(), AppError> {
    let changed = Own::of(&RequestContext::here()?, staff).change_password(state, old, new).await;
    let flash = match changed.unwrap_or_else(|error| Err(PasswordChangeError::New(error.into()))) {
        Ok(()) => Flash::Done("Lösenordet är bytt. Alla andra inloggningar är avslutade.".into()),
        Err(refusal) => Flash::Refused(refusal),
    };
    redirect_with_flash(state, &flash).await
}

async fn redirect_with_flash(state: &AppState, flash: &Flash) -> Result<(), AppError> {
    let visit = RequestContext::here()?;
    visit.go_to(&ROOM);
    flash::leave(state, &visit, FORM, flash).await
}
