//! What comes of a forgotten password, and what the page says next.

use serde::{Deserialize, Serialize};

use super::views;
use crate::error::AppError;
use crate::paths;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::staff::{LogInRefusal, flash, forgotten};
use crate::state::AppState;
use crate::ui::Document;

const PAGE: LocalPath = LocalPath::fixed(paths::FORGOTTEN);
const FORM: &str = "forgotten";

/// What the page says the next time it is shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Flash {
    Asked,
    Refused { email: String, why: LogInRefusal },
}

/// The page, with what there is to say.
pub(super) async fn page(state: &AppState) -> Result<Document, AppError> {
    const TITLE: &str = "Glömt lösenordet";
    if !state.mail.is_set_up() {
        return Ok(Document::new(TITLE, "", views::by_hand()));
    }
    Ok(match flash::take(state, &RequestContext::here()?, FORM).await? {
        None => Document::new(TITLE, "", views::form(String::new(), None)),
        Some(Flash::Asked) => Document::new("Titta i din e-post", "", views::asked()),
        Some(Flash::Refused { email, why }) => {
            Document::new(format!("Fel: {TITLE}"), "", views::form(email, Some(why)))
        }
    })
}

pub(super) async fn ask(state: &AppState, email: String) -> Result<(), AppError> {
    let visit = RequestContext::here()?;
    let asked = forgotten::ask(state, &visit, &email).await;
    let flash = match asked.unwrap_or_else(|error| Err(error.into())) {
        Ok(()) => Flash::Asked,
        Err(why) => Flash::Refused { email, why },
    };
    visit.go_to(&PAGE);
    flash::leave(state, &visit, FORM, &flash).await
}
