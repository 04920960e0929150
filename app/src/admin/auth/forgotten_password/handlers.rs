//! Sends a link to somebody who has forgotten the password, and says what happens next.

use serde::{Deserialize, Serialize};

use super::views;
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::site_identity::site_identity;
use crate::error::AppError;
use crate::paths;
use crate::staff::request_context::RequestContext;
use crate::staff::{LogInError, forgotten_password, shortened};
use crate::state::AppState;
use crate::ui::Document;

const FORM: &str = "forgotten";

/// The outcome of the last request for a link, told once.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Request {
    Accepted,
    Refused { email: String, error: LogInError },
}

pub(super) async fn page(state: &AppState) -> Result<Document, AppError> {
    const TITLE: &str = "Glömt lösenordet";
    if !state.mail.is_configured() {
        return Ok(Document::new(TITLE, "", views::without_mail()));
    }
    let flash: Flash<Option<Request>> = take_flash(state, FORM).await?;
    let title = flash.title(TITLE);
    Ok(match flash.more {
        None => Document::new(title, "", views::form(String::new(), None)),
        Some(Request::Accepted) => Document::new("Titta i din e-post", "", views::accepted()),
        Some(Request::Refused { email, error }) => Document::new(title, "", views::form(email, Some(error))),
    })
}

pub(super) async fn request_link(state: &AppState, email: String) -> Result<(), AppError> {
    let request = RequestContext::current()?;
    let site = site_identity(state).await?;
    let flash = match forgotten_password::request_link(state, &request, site, &email).await {
        Ok(()) => Flash::done("", Some(Request::Accepted)),
        Err(error) => Flash::refused("", Some(Request::Refused { email: shortened(email), error })),
    };
    redirect_with_flash(state, FORM, paths::FORGOTTEN, &flash).await
}
