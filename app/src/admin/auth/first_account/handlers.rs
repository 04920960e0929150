//! Makes the first account, and says what is wrong with what was typed.

use serde::{Deserialize, Serialize};

use super::views;
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::paths;
use crate::staff::accounts::{FirstAccount, create_first, is_first_link_open};
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::{RequestContext, RequestKind};
use crate::staff::shortened;
use crate::state::AppState;
use crate::ui::Document;

const FORM: &str = "first_account";
const TITLE: &str = "Skapa det första kontot";

/// The most characters of a name that are shown again.
const MAX_NAME: usize = 200;

/// What was typed and is shown again. Never the password.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) email: String,
}

pub(super) async fn page(state: &AppState, code: &str) -> Result<Document, AppError> {
    if !is_first_link_open(state, code).await? {
        let request = RequestContext::current()?;
        if request.kind() == RequestKind::Document {
            request.set_status(AppError::Gone);
        }
        return Ok(Document::new("Länken gäller inte längre", "", views::link_gone()));
    }
    let flash: Flash<Typed> = take_flash(state, FORM).await?;
    Ok(Document::new(flash.title(TITLE), "", views::form(code, &flash)))
}

pub(super) async fn make(state: &AppState, code: &str, typed: Typed, password: &str) -> Result<(), AppError> {
    let request = RequestContext::current()?;
    let new = FirstAccount { email: &typed.email, name: &typed.name, password };
    match create_first(state, code, new, request.network()).await {
        Ok(session) => {
            request.open_session(&session);
            request.redirect(&LocalPath::fixed(paths::FIRST_HOUR));
            Ok(())
        }
        Err(error) => {
            let typed =
                Typed { email: shortened(typed.email), name: typed.name.chars().take(MAX_NAME).collect() };
            let flash = match error.field() {
                Some(field) => Flash::invalid(FieldErrors::one(field, error.sentence()), typed),
                None => Flash::refused(error.sentence(), typed),
            };
            let page = paths::first_account(code);
            // A made-up code may be no part of an address.
            let page = if LocalPath::parse(&page).is_some() { &page } else { paths::FIRST_ACCOUNT };
            redirect_with_flash(state, FORM, page, &flash).await
        }
    }
}
