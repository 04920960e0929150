//! What the editions' pages load, and what their server functions do.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::detail::DetailPage;
use super::{detail as detail_view, list as list_view, new as new_view, qr_code};
use crate::admin::editor::begin;
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::audit_log::AuditAction;
use crate::calendar::editing::{self, Day, EditionError, EditionRecord, LabelsError, Saved, day_list};
use crate::calendar::own_picture;
use crate::calendar::{EditionForm, EditionId, EditionVersion};
use crate::error::AppError;
use crate::paths;
use crate::posts::PostKind;
use crate::site;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::ui::render_to_string;

/// Keys of the pages' flashes.
const LIST: &str = "editions";
const NEW: &str = "new_edition";
const DETAIL: &str = "edition";

/// A form that was refused.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct SubmittedEdition {
    /// The edition; `EditionId::NONE` when no form was refused.
    id: EditionId,
    pub(super) form: EditionForm,
    /// Whether somebody else has saved since, so that the page shows both versions.
    pub(super) is_conflict: bool,
    /// The form that undoes what was just saved.
    pub(super) undo: Option<EditionForm>,
}

impl SubmittedEdition {
    /// Returns the form, if it is that of the edition which is shown.
    pub(super) fn form_of(&self, edition: &EditionRecord) -> Option<&EditionForm> {
        (self.id == edition.id).then_some(&self.form)
    }
}

/// Loads the list of editions.
pub(in crate::admin) async fn list(
    state: &AppState,
    staff: &Staff,
) -> Result<PrerenderedAdminPage, AppError> {
    let editions = editing::all(state.db.reader()).await?;
    let now = state.clock.now();
    let mut rows = Vec::with_capacity(editions.len());
    for edition in &editions {
        rows.push(list_view::Row::new(edition, &editing::days(state, edition).await?, now));
    }
    let flash: Flash<Option<EditionForm>> = take_flash(state, LIST).await?;
    let (address, host) = (site::address(state).await?, site::own_host(state).await?);
    Ok(PrerenderedAdminPage {
        title: flash.title("Kalendrar"),
        html: render_to_string(view! {
            {list_view::page(rows, &flash, staff.role >= Role::Editor)}
            {qr_code::section(&address, !host.is_empty())}
        }),
    })
}

/// Loads the form for a new edition.
pub(in crate::admin) async fn new(state: &AppState) -> Result<PrerenderedAdminPage, AppError> {
    let mut flash: Flash<Option<EditionForm>> = take_flash(state, NEW).await?;
    let values = match flash.more.take() {
        Some(submitted) => submitted,
        None => editing::default_form(state).await?,
    };
    Ok(PrerenderedAdminPage {
        title: flash.title("Ny kalender"),
        html: render_to_string(new_view::page(&flash, &values)),
    })
}

/// Loads an edition with its days.
pub(in crate::admin) async fn detail(
    state: &AppState,
    staff: &Staff,
    id: EditionId,
) -> Result<PrerenderedAdminPage, AppError> {
    let edition = editing::find(state.db.reader(), id).await?.ok_or(AppError::NotFound)?;
    let days = editing::days(state, &edition).await?;
    let flash: Flash<SubmittedEdition> = take_flash(state, DETAIL).await?;
    let title = flash.title(&edition.title);
    let is_usable_on_phone = own_picture::works_on_phone(state, &edition).await?;
    let now = state.clock.now();
    let page = DetailPage { role: staff.role, now, edition, days, is_usable_on_phone, flash };
    Ok(PrerenderedAdminPage { title, html: render_to_string(detail_view::page(&page)) })
}

/// Creates an edition and redirects to it, or back to the form.
pub(super) async fn create(state: &AppState, staff: &Staff, form: EditionForm) -> Result<(), AppError> {
    match editing::create(state, staff, &form).await {
        Ok(id) => {
            let message = "Kalendern finns nu som utkast. Läsarna ser den inte förrän du publicerar den.";
            redirect_to_detail(state, id, Flash::done(message, SubmittedEdition::default())).await
        }
        Err(EditionError::Invalid(errors)) => {
            let flash = Flash::invalid(errors, Some(form));
            redirect_with_flash(state, NEW, paths::NEW_EDITION, &flash).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Saves an edition and redirects to it.
pub(super) async fn save(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, EditionVersion),
    form: EditionForm,
    reshuffle: bool,
) -> Result<(), AppError> {
    let flash = match editing::save(state, staff, (id, version), &form, reshuffle).await {
        Ok(saved) => {
            let message = saved_message(state, id, &saved).await?;
            Flash::done(message, SubmittedEdition { undo: saved.undo, ..SubmittedEdition::default() })
        }
        Err(EditionError::Invalid(errors)) => {
            Flash::invalid(errors, SubmittedEdition { id, form, ..SubmittedEdition::default() })
        }
        Err(EditionError::Conflict) => {
            let submitted = SubmittedEdition { id, form, is_conflict: true, undo: None };
            Flash::refused("", submitted)
        }
        Err(error @ EditionError::NotFound) => {
            let flash = Flash::refused(format!("{error} Inget är sparat."), None::<EditionForm>);
            return redirect_with_flash(state, NEW, paths::NEW_EDITION, &flash).await;
        }
        Err(error) => return Err(error.into()),
    };
    redirect_to_detail(state, id, flash).await
}

/// Saves the names of days that were typed, begins a guldkorn on a day, and redirects to its editor. When something else
/// in the form was changed, too, nothing is done: it must not be lost by leaving the page.
pub(super) async fn write_on_day(
    state: &AppState,
    staff: &Staff,
    id: EditionId,
    form: EditionForm,
    day: u16,
) -> Result<(), AppError> {
    let flash = match editing::save_labels(state, staff, id, &form).await {
        Ok(edition) => {
            let kind = PostKind::Guldkorn.as_str();
            return begin(state, staff, kind, "", (edition.id, day)).await;
        }
        Err(LabelsError::OtherChanges) => {
            let message =
                "Du har ändrat i kalenderns fält. Spara dem först, och tryck sedan på Skriv ett guldkorn.";
            Flash::refused(message, SubmittedEdition { id, form, ..SubmittedEdition::default() })
        }
        Err(LabelsError::Edition(EditionError::Invalid(errors))) => {
            Flash::invalid(errors, SubmittedEdition { id, form, ..SubmittedEdition::default() })
        }
        Err(LabelsError::Edition(error)) => return Err(error.into()),
    };
    redirect_to_detail(state, id, flash).await
}

/// Deletes an edition and redirects to the list, or back to the edition.
pub(super) async fn delete(state: &AppState, staff: &Staff, id: EditionId) -> Result<(), AppError> {
    let flash = match editing::delete(state, staff, id).await {
        Ok(edition) => Flash::done(format!("Kalendern ”{}” är borttagen.", edition.title), Some(edition)),
        Err(error @ EditionError::NotFound) => Flash::refused(error.to_string(), None),
        Err(error @ (EditionError::Published | EditionError::HasPosts(_))) => {
            let flash = Flash::refused(error.to_string(), SubmittedEdition::default());
            return redirect_to_detail(state, id, flash).await;
        }
        Err(error) => return Err(error.into()),
    };
    redirect_with_flash(state, LIST, paths::EDITIONS, &flash).await
}

async fn redirect_to_detail(
    state: &AppState,
    id: EditionId,
    flash: Flash<SubmittedEdition>,
) -> Result<(), AppError> {
    redirect_with_flash(state, DETAIL, &paths::edit_edition(id), &flash).await
}

/// Returns what was done, and what is still missing on the days of an edition that is now published.
async fn saved_message(state: &AppState, id: EditionId, saved: &Saved) -> Result<String, AppError> {
    let message = message_for(state, id, saved.action).await?;
    Ok(match saved.moved {
        0 => message,
        1 => format!("{message} En text fick en ny tid."),
        moved => format!("{message} {moved} texter fick en ny tid."),
    })
}

async fn message_for(state: &AppState, id: EditionId, action: AuditAction) -> Result<String, AppError> {
    match action {
        AuditAction::EditionPublished => {
            let message = "Kalendern är publicerad.";
            let edition = editing::find(state.db.reader(), id).await?.ok_or(AppError::NotFound)?;
            Ok(match missing_message(&editing::days(state, &edition).await?) {
                Some(missing) => format!("{message} {missing}"),
                None => message.into(),
            })
        }
        AuditAction::EditionHidden => Ok("Kalendern är ett utkast igen. Läsarna ser den inte.".into()),
        _ => Ok("Kalendern är sparad.".into()),
    }
}

/// Returns "Något saknas på dag 3, 9–11 och 24."; `None` when nothing is missing.
pub(super) fn missing_message(days: &[Day]) -> Option<String> {
    let days: Vec<_> = days.iter().filter(|day| !day.missing.is_empty()).map(|day| day.number).collect();
    (!days.is_empty()).then(|| format!("Något saknas på dag {}.", day_list(&days)))
}
