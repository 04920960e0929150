//! Loads the section, and saves what was decided in it.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::views::{self, Section};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::audit_log::{self, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::media::crop::store::{self, FramedPicture};
use crate::media::crop::{FramingForm, prepare};
use crate::media::intake::QueuePermit;
use crate::media::{PictureError, PictureId};
use crate::paths;
use crate::staff::{Role, Staff};
use crate::state::AppState;

const FORM: &str = "picture_crop";

/// What the section needs beside the message.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct More {
    /// The fields of a form that was refused, to be shown again.
    pub(super) typed: Option<FramingForm>,
    /// How the picture was cut before it was saved.
    pub(super) undo: Option<FramingForm>,
}

/// Renders the section of a picture; nothing for a drawing, which is always shown whole.
pub(in crate::admin) async fn section(
    state: &AppState,
    staff: &Staff,
    id: PictureId,
) -> Result<Option<AnyView>, AppError> {
    let Some(picture) = store::find(state.db.reader(), id).await? else { return Ok(None) };
    let flash: Flash<More> = take_flash(state, FORM).await?;
    let may_change = may_change(staff, &picture);
    let script = Some(state.assets.staff_js.clone()).filter(|script| !script.is_empty());
    Ok(Some(views::section(&Section { id, picture, may_change, script }, &flash)))
}

/// What a picture shows to readers, or will show, is decided by those who publish.
fn may_change(staff: &Staff, picture: &FramedPicture) -> bool {
    staff.role >= if picture.has_readers { Role::Editor } else { Role::Writer }
}

/// Why nothing was saved.
enum Refusal {
    Invalid(FieldErrors),
    Told(String),
    Failed(AppError),
}

impl<E: Into<AppError>> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

pub(super) async fn save(
    state: &AppState,
    staff: &Staff,
    id: &str,
    was: &FramingForm,
    typed: FramingForm,
    place: &str,
) -> Result<(), AppError> {
    let id: PictureId = id.parse().map_err(|_| AppError::NotFound)?;
    let typed = views::placed(typed, place);
    let flash = match change(state, staff, id, was, &typed).await {
        Ok(()) => {
            let undo = Some(was.clone());
            Flash::done("Fokus och beskärning är sparade.", More { undo, ..More::default() })
        }
        Err(Refusal::Invalid(errors)) => Flash::invalid(errors, More { typed: Some(typed), undo: None }),
        Err(Refusal::Told(sentence)) => Flash::refused(sentence, More { typed: Some(typed), undo: None }),
        Err(Refusal::Failed(error)) => return Err(error),
    };
    redirect_with_flash(state, FORM, &paths::library_picture(id), &flash).await
}

async fn change(
    state: &AppState,
    staff: &Staff,
    id: PictureId,
    was: &FramingForm,
    typed: &FramingForm,
) -> Result<(), Refusal> {
    let picture = store::find(state.db.reader(), id).await?.ok_or(AppError::NotFound)?;
    if !may_change(staff, &picture) {
        return Err(Refusal::Told("Läsarna ser bilden. Be en redaktör om hjälp.".into()));
    }
    let framing = typed.parse().map_err(Refusal::Invalid)?;
    let was = was.parse().map_err(|_| Refusal::Failed(AppError::Invalid))?;
    if framing == picture.framing {
        return Ok(());
    }
    let told = |error: PictureError| Refusal::Told(error.to_string());
    let permit = QueuePermit::take().ok_or(PictureError::Busy).map_err(told)?;
    let prepared = prepare(state.media_folder.clone(), permit, id, picture.source.clone(), framing).await;
    let prepared = prepared.map_err(told)?;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    if !store::save(&mut tx, &was, &prepared, now).await? {
        let sentence = "Någon annan har ändrat bilden under tiden. Inget är sparat än. Spara igen om det som står här \
                        ska gälla i stället.";
        return Err(Refusal::Told(sentence.into()));
    }
    let target = AuditTarget::Named(&picture.name);
    audit_log::record(&mut tx, staff, AuditAction::PictureCropped, target, now).await?;
    Ok(tx.commit().await?)
}
