//! What a room says the next time it is shown: what was done, or what is wrong and what to do, and what was typed.

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::staff::flash;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

/// What a room says.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Flash<T> {
    /// What was done, or what happened instead.
    pub(super) sentence: String,
    /// The fields that are refused; empty unless `is_error`.
    pub(super) errors: FieldErrors,
    /// Whether nothing was done.
    pub(super) is_error: bool,
    /// What was typed, and whatever else the room needs in order to go on.
    pub(super) more: T,
}

impl<T> Flash<T> {
    /// Something was done.
    pub(super) fn done(sentence: impl Into<String>, more: T) -> Self {
        Self { sentence: sentence.into(), errors: FieldErrors::default(), is_error: false, more }
    }

    /// Nothing was done.
    pub(super) fn refused(sentence: impl Into<String>, more: T) -> Self {
        Self { sentence: sentence.into(), errors: FieldErrors::default(), is_error: true, more }
    }

    /// Nothing was done, because some fields do not fit.
    pub(super) fn invalid(errors: FieldErrors, more: T) -> Self {
        Self { sentence: String::new(), errors, is_error: true, more }
    }

    /// The title of the browser's tab.
    pub(super) fn title(&self, room: &str) -> String {
        if self.is_error { format!("Fel: {room}") } else { room.to_owned() }
    }

    /// The notice at the head of the room. It takes the focus when something is wrong: the page was loaded because
    /// of it. `way_on` stands below the words.
    pub(super) fn notice(&self, way_on: Option<AnyView>) -> AnyView {
        let sentence = (!self.sentence.is_empty()).then(|| view! { <p>{self.sentence.clone()}</p> });
        if !self.is_error {
            let flash = sentence.is_some().then(|| {
                view! { <div class="notice" data-kind="done" role="status">{sentence}{way_on}</div> }
            });
            return flash.into_any();
        }
        let links = self.errors.iter().map(|(field, message)| {
            view! { <li><a href=format!("#{field}")>{message.to_owned()}</a></li> }
        });
        let links = links.collect_view();
        let links = (!self.errors.is_empty()).then(|| {
            view! { <p><b>"Inget är sparat än."</b></p> <ul>{links}</ul> }
        });
        view! {
            <div class="notice" data-kind="error" role="alert" tabindex="-1" autofocus=true>
                {sentence}
                {links}
                {way_on}
            </div>
        }
        .into_any()
    }
}

/// Takes what waits for a form, once.
pub(super) async fn take_flash<T: DeserializeOwned + Default>(
    state: &AppState,
    form: &'static str,
) -> Result<Flash<T>, AppError> {
    Ok(flash::take(state, &RequestContext::here()?, form).await?.unwrap_or_default())
}

/// Leads back to a room, which then says it.
pub(super) async fn redirect_with_flash<T: Serialize>(
    state: &AppState,
    form: &'static str,
    room: &str,
    flash: &Flash<T>,
) -> Result<(), AppError> {
    let visit = RequestContext::here()?;
    visit.go_to(&LocalPath::parse(room).ok_or(AppError::Internal)?);
    flash::leave(state, &visit, form, flash).await
}
