//! What is done in the editions' rooms, and what their pages say next.

use crate::calendar::EditionId;
use serde::{Deserialize, Serialize};

use super::{list as list_view, one};
use crate::admin::flash::{Flash, redirect_with_flash, take_flash};
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::audit_log::AuditAction;
use crate::calendar::EditionForm;
use crate::calendar::editing::{self, Begun, Day, Deleted, EditionRecord, Saved, ranges};
use crate::error::AppError;
use crate::paths;
use crate::staff::{Role, Staff};
use crate::state::AppState;
use crate::ui::render_to_string;

const ALL: &str = "editions";
const NEW: &str = "new_edition";
const ONE: &str = "edition";

/// What was typed about an edition. `id` is 0 when there is nothing to show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct SubmittedEdition {
    id: EditionId,
    pub(super) edition: EditionForm,
    /// Somebody else has saved since, so that the form shows what they wrote beside it.
    pub(super) overtaken: bool,
}

/// All editions.
pub(in crate::admin) async fn list(
    state: &AppState,
    staff: &Staff,
) -> Result<PrerenderedAdminPage, AppError> {
    let editions = editing::all(state.db.reader()).await?;
    let hung = editing::hung_counts(state.db.reader()).await?;
    let mut rows = Vec::with_capacity(editions.len());
    for edition in editions {
        let days = hung.get(&edition.id).copied().unwrap_or(0);
        rows.push(list_view::Row::of(&edition, days, state.clock.now())?);
    }
    let may_change = staff.role >= Role::Editor;
    let flash: Flash<Option<EditionForm>> = take_flash(state, ALL).await?;
    Ok(PrerenderedAdminPage {
        title: flash.title("Kalendrar"),
        html: render_to_string(list_view::room(rows, &flash, may_change)),
    })
}

/// The form for a new edition.
pub(in crate::admin) async fn new(state: &AppState) -> Result<PrerenderedAdminPage, AppError> {
    let mut flash: Flash<Option<EditionForm>> = take_flash(state, NEW).await?;
    let typed = match flash.more.take() {
        Some(typed) => typed,
        None => editing::proposal(state).await?,
    };
    Ok(PrerenderedAdminPage {
        title: flash.title("Ny kalender"),
        html: render_to_string(one::new_room(&flash, &typed)),
    })
}

/// An edition with its days.
pub(in crate::admin) async fn edition(
    state: &AppState,
    staff: &Staff,
    id: EditionId,
) -> Result<PrerenderedAdminPage, AppError> {
    let kept = editing::find(state.db.reader(), id).await?.ok_or(AppError::NotFound)?;
    let days = editing::days(state, &kept).await?;
    let flash: Flash<SubmittedEdition> = take_flash(state, ONE).await?;
    let title = flash.title(&kept.title);
    let room = one::Room { role: staff.role, now: state.clock.now(), kept, days, flash };
    Ok(PrerenderedAdminPage { title, html: render_to_string(one::room(&room)?) })
}

pub(super) async fn begin(state: &AppState, staff: &Staff, typed: EditionForm) -> Result<(), AppError> {
    match editing::begin(state, staff, &typed).await? {
        Begun::Done(id) => {
            let words = "Kalendern finns nu som utkast. Läsarna ser den inte förrän du publicerar den.";
            redirect_with_flash(
                state,
                ONE,
                &paths::edit_edition(id),
                &Flash::done(words, SubmittedEdition::default()),
            )
            .await
        }
        Begun::Wrong(wrong) => {
            redirect_with_flash(state, NEW, paths::NEW_EDITION, &Flash::invalid(wrong.into(), Some(typed)))
                .await
        }
    }
}

pub(super) async fn save(
    state: &AppState,
    staff: &Staff,
    (id, version): (EditionId, i64),
    typed: EditionForm,
    shuffle: bool,
) -> Result<(), AppError> {
    let again = |overtaken| SubmittedEdition { id, edition: typed.clone(), overtaken };
    let flash = match editing::save(state, staff, (id, version), &typed, shuffle).await? {
        Saved::Done(action) => Flash::done(done(state, id, action).await?, SubmittedEdition::default()),
        Saved::Wrong(wrong) => Flash::invalid(wrong.into(), again(false)),
        Saved::Overtaken => Flash::refused("", again(true)),
        Saved::Unknown => {
            let words = "Kalendern finns inte längre. Inget är sparat.";
            let flash = Flash::refused(words, None::<EditionForm>);
            return redirect_with_flash(state, NEW, paths::NEW_EDITION, &flash).await;
        }
    };
    redirect_with_flash(state, ONE, &paths::edit_edition(id), &flash).await
}

pub(super) async fn delete(state: &AppState, staff: &Staff, id: EditionId) -> Result<(), AppError> {
    let flash = match editing::delete(state, staff, id).await? {
        Deleted::Done(edition) => {
            Flash::done(format!("Kalendern ”{}” är borttagen.", edition.title), Some(*edition))
        }
        Deleted::Refused(words) => {
            let flash = Flash::refused(words, SubmittedEdition::default());
            return redirect_with_flash(state, ONE, &paths::edit_edition(id), &flash).await;
        }
        Deleted::Unknown => Flash::refused("Kalendern finns inte längre.", None),
    };
    redirect_with_flash(state, ALL, paths::EDITIONS, &flash).await
}

/// What was done, and what is still missing on the days of an edition that readers know of.
async fn done(state: &AppState, id: EditionId, action: AuditAction) -> Result<String, AppError> {
    let words = match action {
        AuditAction::EditionPublished => "Kalendern är publicerad.",
        AuditAction::EditionHidden => "Kalendern är ett utkast igen. Läsarna ser den inte.",
        _ => "Kalendern är sparad.",
    };
    let kept = editing::find(state.db.reader(), id).await?.ok_or(AppError::NotFound)?;
    if action != AuditAction::EditionPublished {
        return Ok(words.into());
    }
    Ok(match missing(&editing::days(state, &kept).await?) {
        Some(missing) => format!("{words} {missing}"),
        None => words.into(),
    })
}

/// "Något saknas på dag 3, 9–11 och 24."
pub(super) fn missing(days: &[Day]) -> Option<String> {
    let days: Vec<_> = days.iter().filter(|day| !day.missing.is_empty()).map(|day| day.number).collect();
    (!days.is_empty()).then(|| format!("Något saknas på dag {}.", ranges(&days)))
}

impl SubmittedEdition {
    /// What was typed about an edition, if it is the one that is shown.
    pub(super) fn of(&self, kept: &EditionRecord) -> Option<&EditionForm> {
        (self.id == kept.id).then_some(&self.edition)
    }
}
