//! Changes one's own account, and loads its page.

use super::{AccountData, letters, views};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::error::AppError;
use crate::foresight;
use crate::paths;
use crate::staff::own_account::{OwnAccount, SessionId};
use crate::staff::request_context::RequestContext;
use crate::staff::{PasswordChangeError, Staff};
use crate::state::AppState;
use crate::ui::render_to_string;

const FORM: &str = "own_account";

/// The flash says what was done, or holds why the password was not changed: its form shows that beside the fields.
type AccountFlash = Flash<Option<PasswordChangeError>>;

pub(super) async fn page(state: &AppState, staff: Staff) -> Result<AccountData, AppError> {
    let flash: AccountFlash = take_flash(state, FORM).await?;
    let sessions = OwnAccount::of(&RequestContext::current()?, staff.clone()).sessions(state).await?;
    let message = (!flash.is_error).then(|| flash.notice(None));
    let letters = if state.mail.is_configured() {
        Some(letters::section(foresight::choice_of(state, staff.id).await?))
    } else {
        None
    };
    let html = render_to_string(views::account(&staff, &sessions, message, letters));
    Ok(AccountData { title: flash.title("Mitt konto"), email: staff.email, error: flash.more, html })
}

pub(super) async fn end_session(state: &AppState, staff: Staff, session: String) -> Result<(), AppError> {
    let account = OwnAccount::of(&RequestContext::current()?, staff);
    let was_there = account.end_session(state, &SessionId(session)).await?;
    let message = if was_there { "Inloggningen är avslutad." } else { "Inloggningen var redan avslutad." };
    redirect(state, Flash::done(message, None)).await
}

pub(super) async fn end_other_sessions(state: &AppState, staff: Staff) -> Result<(), AppError> {
    OwnAccount::of(&RequestContext::current()?, staff).end_other_sessions(state).await?;
    redirect(state, Flash::done("Alla andra inloggningar är avslutade.", None)).await
}

pub(super) async fn change_password(
    state: &AppState,
    staff: Staff,
    old: &str,
    new: &str,
) -> Result<(), AppError> {
    let account = OwnAccount::of(&RequestContext::current()?, staff);
    let flash = match account.change_password(state, old, new).await {
        Ok(()) => Flash::done("Lösenordet är bytt. Alla andra inloggningar är avslutade.", None),
        Err(error) => Flash::refused("", Some(error)),
    };
    redirect(state, flash).await
}

pub(super) async fn choose_letters(
    state: &AppState,
    staff: &Staff,
    rhythm: &str,
    hour: &str,
) -> Result<(), AppError> {
    let choice = letters::parse(rhythm, hour)?;
    foresight::choose(state, staff.id, choice).await?;
    redirect(state, Flash::done(letters::saved(choice), None)).await
}

async fn redirect(state: &AppState, flash: AccountFlash) -> Result<(), AppError> {
    redirect_with_flash(state, FORM, paths::ACCOUNT, &flash).await
}
