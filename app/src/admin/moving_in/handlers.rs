//! Loads the pages, and leaves what a refused form has to say.

use http::HeaderMap;
use http::request::Parts;
use leptos::prelude::*;

use super::views;
use crate::admin::flash::{Flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::ids::MoveInId;
use crate::moving_in::{self, MoveInState, Running};
use crate::staff::flash;
use crate::state::AppState;
use crate::ui::render_to_string;

const FORM: &str = "move_in";

/// A field of the form that sends files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveInField {
    /// The file from the other site.
    File,
    /// The zip file with its pictures.
    Media,
}

impl MoveInField {
    /// Returns the name in the form, and the id on the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Media => "media",
        }
    }
}

/// Leaves the sentence that refuses a form, for the page to which it leads back. Returns the headers of that response.
///
/// # Errors
/// Those of the database.
pub async fn leave_refusal(
    state: &AppState,
    request: &Parts,
    field: Option<MoveInField>,
    sentence: &str,
) -> Result<HeaderMap, AppError> {
    let refused = match field {
        Some(field) => Flash::invalid(FieldErrors::one(field.as_str(), sentence), ()),
        None => Flash::refused(sentence, ()),
    };
    flash::leave_for(state, request, FORM, &refused).await
}

/// Renders the page: the import that the query names, or the form for a new one with what there was before.
pub(in crate::admin) async fn page(state: &AppState, query: &str) -> Result<PrerenderedAdminPage, AppError> {
    let flash: Flash<()> = take_flash(state, FORM).await?;
    let number = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "nr");
    let reader = state.db.reader();
    let Some((_, number)) = number else {
        let open = moving_in::open(reader).await?;
        let ended = moving_in::ended(reader).await?;
        let html = render_to_string(views::start(open.as_ref(), &ended, state.clock.now_millis(), &flash));
        return Ok(PrerenderedAdminPage { title: flash.title("Flytta in"), html });
    };
    let id: MoveInId = number.parse().map_err(|_| AppError::NotFound)?;
    let shown = moving_in::find(reader, id).await?.ok_or(AppError::NotFound)?;
    let (title, content) = match shown.state {
        MoveInState::Receiving => ("Filerna är på väg", views::receiving(&shown).into_any()),
        MoveInState::Trying | MoveInState::Moving => {
            let progress = state.extensions.get::<Running>().progress(id);
            let done_of = progress.map(|progress| progress.done_of()).unwrap_or_default();
            let title = if shown.state == MoveInState::Trying { "Provkör" } else { "Flyttar in" };
            (title, views::running(&shown, done_of, &state.assets.staff_js).into_any())
        }
        MoveInState::Tried => ("Provkörningen är klar", views::tried(&shown, &flash).into_any()),
        MoveInState::Failed => ("Det gick inte hela vägen", views::failed(&shown, &flash).into_any()),
        MoveInState::Ended => ("Inflyttat", views::ended(&shown).into_any()),
    };
    let html = render_to_string(view! { <div class="move-in">{content}</div> });
    Ok(PrerenderedAdminPage { title: flash.title(title), html })
}
