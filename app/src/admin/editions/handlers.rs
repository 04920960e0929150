//! What the editions' pages load, and what their server functions do.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::detail::DetailPage;
use super::earlier::Earlier;
use super::elsewhere::Elsewhere;
use super::messages::saved_message;
use super::question::{self, Question};
use super::{detail as detail_view, earlier as earlier_view, list as list_view, new as new_view, qr_code};
use crate::admin::board;
use crate::admin::editor::begin;
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::calendar::editing::{self, EditionError, EditionRecord, LabelsError, Moves};
use crate::calendar::own_picture;
use crate::calendar::{EditionForm, EditionId, EditionState, EditionVersion};
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
    /// Whether the page asks before it saves the form, and shows what moves.
    asks: bool,
    /// Whether the windows were to get a new order.
    pub(super) reshuffle: bool,
}

/// A form for a new edition that was refused.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct SubmittedNew {
    form: Option<EditionForm>,
    /// Which texts of the earlier edition were to come along, as the form sends it.
    pub(super) texts: String,
    /// The days of the chosen texts.
    pub(super) text_days: Vec<u16>,
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
pub(in crate::admin) async fn new(state: &AppState, query: &str) -> Result<PrerenderedAdminPage, AppError> {
    let mut flash: Flash<SubmittedNew> = take_flash(state, NEW).await?;
    let from = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "efter");
    let from = from.and_then(|(_, id)| id.parse().ok()).unwrap_or(EditionId::NONE);
    let earlier = match editing::find(state.db.reader(), from).await? {
        Some(edition) => Some(Earlier { days: editing::days(state, &edition).await?, edition }),
        None => None,
    };
    let values = match (flash.more.form.take(), &earlier) {
        (Some(submitted), _) => submitted,
        (None, Some(earlier)) => editing::form_after(state, &earlier.edition).await?,
        (None, None) => editing::default_form(state).await?,
    };
    let html = match &earlier {
        Some(earlier) => render_to_string(earlier_view::page(&flash, &values, earlier)),
        None => {
            let editions = editing::all(state.db.reader()).await?;
            render_to_string(new_view::page(&flash, &values, &editions))
        }
    };
    Ok(PrerenderedAdminPage { title: flash.title("Ny kalender"), html })
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
    let now = state.clock.now();
    if let Some(form) = flash.more.form_of(&edition).filter(|_| flash.more.asks)
        && let Some(moves) = Moves::by_form(&edition, form, now)
    {
        let question =
            Question { edition: &edition, days: &days, form, moves, reshuffle: flash.more.reshuffle };
        return Ok(PrerenderedAdminPage {
            title: format!("Det här ändras – {}", edition.title),
            html: render_to_string(question::page(&question)),
        });
    }
    let title = flash.title(&edition.title);
    let is_usable_on_phone = own_picture::works_on_phone(state, &edition).await?;
    let last_change = editing::last_change(state, &edition).await?;
    let elsewhere = Elsewhere::load(state, &edition.slug).await?;
    let page = DetailPage {
        role: staff.role,
        now,
        edition,
        days,
        is_usable_on_phone,
        elsewhere,
        flash,
        last_change,
    };
    Ok(PrerenderedAdminPage { title, html: render_to_string(detail_view::page(&page)) })
}

/// Creates an edition and redirects to it, or back to the form.
pub(super) async fn create(
    state: &AppState,
    staff: &Staff,
    form: EditionForm,
    (from, texts, text_days): (EditionId, String, Vec<u16>),
) -> Result<(), AppError> {
    let chosen = earlier_view::text_choice(&texts, &text_days);
    match editing::create(state, staff, &form, (from, &chosen)).await {
        Ok((id, copied)) => {
            let message = "Kalendern finns nu som utkast. Läsarna ser den inte förrän du publicerar den.";
            let message = match copied {
                0 => message.to_owned(),
                1 => format!("{message} En text följde med som utkast."),
                copied => format!("{message} {copied} texter följde med som utkast."),
            };
            redirect_to_detail(state, id, Flash::done(message, SubmittedEdition::default())).await
        }
        Err(EditionError::Invalid(errors)) => {
            let page = match from {
                EditionId::NONE => paths::NEW_EDITION.to_owned(),
                from => paths::new_edition_after(from),
            };
            let flash = Flash::invalid(errors, SubmittedNew { form: Some(form), texts, text_days });
            redirect_with_flash(state, NEW, &page, &flash).await
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
        Ok(saved) => Flash::done(saved_message(state, id, &saved).await?, SubmittedEdition::default()),
        Err(EditionError::NotSure) => {
            let submitted =
                SubmittedEdition { id, form, asks: true, reshuffle, ..SubmittedEdition::default() };
            Flash::done("", submitted)
        }
        Err(EditionError::Invalid(errors)) => {
            Flash::invalid(errors, SubmittedEdition { id, form, ..SubmittedEdition::default() })
        }
        Err(EditionError::Conflict) => {
            let submitted = SubmittedEdition { id, form, is_conflict: true, ..SubmittedEdition::default() };
            Flash::refused("", submitted)
        }
        Err(error @ EditionError::NotFound) => {
            let flash = Flash::refused(format!("{error} Inget är sparat."), SubmittedNew::default());
            return redirect_with_flash(state, NEW, paths::NEW_EDITION, &flash).await;
        }
        Err(error) => return Err(error.into()),
    };
    redirect_to_detail(state, id, flash).await
}

/// Leads from the question back to the form, in which everything stands as it was typed.
pub(super) async fn back_to_form(state: &AppState, id: EditionId, form: EditionForm) -> Result<(), AppError> {
    let submitted = SubmittedEdition { id, form, ..SubmittedEdition::default() };
    let message = "Det du skrev står kvar i formuläret. Inget är sparat än.";
    redirect_to_detail(state, id, Flash::done(message, submitted)).await
}

/// Undoes the last change of an edition, and leads to it.
pub(super) async fn undo(
    state: &AppState,
    staff: &Staff,
    edition: (EditionId, EditionVersion),
    is_sure: bool,
) -> Result<(), AppError> {
    let flash = match editing::undo(state, staff, edition, is_sure).await {
        Ok(()) => Flash::done("Det är ångrat. Kalendern är som den var förut.", SubmittedEdition::default()),
        Err(error) => Flash::refused(error.refusal()?, SubmittedEdition::default()),
    };
    redirect_to_detail(state, edition.0, flash).await
}

/// Publishes an edition or makes it a draft again, and leads to the page where the button stood.
pub(super) async fn set_state(
    state: &AppState,
    staff: &Staff,
    (id, to): (EditionId, &str),
    is_sure: bool,
    on_board: bool,
) -> Result<(), AppError> {
    let done = editing::set_state(state, staff, id, EditionState::parse(to), is_sure).await;
    let flash = match done {
        Ok(saved) => Flash::done(saved_message(state, id, &saved).await?, ()),
        Err(error) => Flash::refused(error.refusal()?, ()),
    };
    if on_board {
        return redirect_with_flash(state, board::FLASH, &paths::board(id), &flash).await;
    }
    let (message, more) = (flash.message, SubmittedEdition::default());
    let flash = if flash.is_error { Flash::refused(message, more) } else { Flash::done(message, more) };
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
