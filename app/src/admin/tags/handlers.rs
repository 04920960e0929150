//! Changes tags, and loads their page.

use serde::{Deserialize, Serialize};

use super::views;
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::paths;
use crate::posts::TagId;
use crate::posts::tags::{self, Deleted, TagError, TagForm};
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::ui::render_to_string;

const FORM: &str = "tags";

/// What the page needs beside the message.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct More {
    /// The tag that the form was about; [`TagId::NONE`] for a new one.
    pub(super) id: TagId,
    /// What was typed; of a new tag only the name.
    #[serde(default)]
    pub(super) typed: TagForm,
    /// The tag that can be restored.
    pub(super) undo: Option<Deleted>,
}

/// Renders the page.
pub(in crate::admin) async fn page(
    state: &AppState,
    staff: &Staff,
) -> Result<PrerenderedAdminPage, AppError> {
    let tags = tags::all(state.db.reader(), state.clock.now_millis()).await?;
    let flash: Flash<More> = take_flash(state, FORM).await?;
    let may_change = staff.role >= Role::Editor;
    Ok(PrerenderedAdminPage {
        title: flash.title("Etiketter"),
        html: render_to_string(views::page(&tags, &flash, may_change)),
    })
}

pub(super) async fn add(state: &AppState, staff: &Staff, name: String) -> Result<(), AppError> {
    let done = tags::add(state, staff, &name).await;
    let more = More { typed: TagForm { name, ..TagForm::default() }, ..More::default() };
    let message = |name| format!("Etiketten ”{name}” finns nu.");
    finish(state, done.map(|name| Flash::done(message(name), More::default())), more).await
}

pub(super) async fn change(
    state: &AppState,
    staff: &Staff,
    id: TagId,
    was: &TagForm,
    typed: TagForm,
) -> Result<(), AppError> {
    let done = tags::change(state, staff, id, was, &typed).await;
    let more = More { id, typed, undo: None };
    let message = |name| format!("Etiketten ”{name}” är sparad.");
    finish(state, done.map(|name| Flash::done(message(name), More::default())), more).await
}

pub(super) async fn merge(state: &AppState, staff: &Staff, id: TagId, into: TagId) -> Result<(), AppError> {
    let done = tags::merge(state, staff, id, into).await.map(|merged| {
        let message = format!("Etiketten ”{}” är nu en del av ”{}”.", merged.back.name, merged.into);
        Flash::done(message, More { undo: Some(merged.back), ..More::default() })
    });
    finish(state, done, More { id, ..More::default() }).await
}

pub(super) async fn delete(state: &AppState, staff: &Staff, id: TagId) -> Result<(), AppError> {
    let done = tags::delete(state, staff, id).await.map(|back| {
        let message = format!("Etiketten ”{}” är borttagen. Texterna finns kvar.", back.name);
        Flash::done(message, More { undo: Some(back), ..More::default() })
    });
    finish(state, done, More::default()).await
}

pub(super) async fn restore(state: &AppState, staff: &Staff, back: Deleted) -> Result<(), AppError> {
    let done = tags::restore(state, staff, &back).await;
    let done = done.map(|name| Flash::done(format!("Etiketten ”{name}” är tillbaka."), More::default()));
    finish(state, done, More::default()).await
}

/// Redirects to the page; `more` is what was typed, for the case that it was refused.
async fn finish(state: &AppState, done: Result<Flash<More>, TagError>, more: More) -> Result<(), AppError> {
    let flash = match done {
        Ok(flash) => flash,
        Err(TagError::Failed(error)) => return Err(error),
        Err(refusal) => match refusal.field() {
            Some(field) => {
                let errors = FieldErrors::one(format!("{field}-{}", more.id), refusal.to_string());
                Flash::invalid(errors, more)
            }
            None => Flash::refused(refusal.to_string(), more),
        },
    };
    redirect_with_flash(state, FORM, paths::TAGS, &flash).await
}
