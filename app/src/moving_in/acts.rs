//! The steps of an import: each is one transaction, and does nothing where the import is elsewhere by then.

use super::store::{self, set_state};
use super::{MoveIn, MoveInChoices, MoveInState, RunKind, Running, folder};
use crate::audit_log::{self, Actor, AuditAction, AuditTarget};
use crate::error::AppError;
use crate::ids::MoveInId;
use crate::import::{Progress, Report, ReportSummary};
use crate::state::AppState;

/// Begins to receive files: for a new import, or in place of those of one that waits. `None` while another one is open.
///
/// # Errors
/// Those of the database.
pub async fn begin_receiving(
    state: &AppState,
    replaces: Option<MoveInId>,
) -> Result<Option<MoveInId>, AppError> {
    let now = state.clock.now_millis();
    let mut tx = state.db.write_quietly().await?;
    let waiting = [MoveInState::Tried, MoveInState::Failed];
    let id = match replaces {
        None => store::add(&mut tx, now).await?,
        Some(id) => set_state(&mut tx, id, &waiting, MoveInState::Receiving, now).await?.then_some(id),
    };
    tx.commit().await?;
    Ok(id)
}

/// Ends receiving files that did not come, or not wholly. What there was before is still there.
///
/// # Errors
/// Those of the database.
pub async fn cancel_receiving(state: &AppState, id: MoveInId) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    match store::find(&mut *tx, id).await? {
        Some(MoveIn { state: MoveInState::Receiving, file_name, .. }) if file_name.is_empty() => {
            store::delete(&mut tx, id).await?;
        }
        Some(MoveIn { report, failure, .. }) => {
            let is_tried = failure.is_empty() && report.is_some_and(|report| report.is_dry_run);
            let to = if is_tried { MoveInState::Tried } else { MoveInState::Failed };
            set_state(&mut tx, id, &[MoveInState::Receiving], to, state.clock.now_millis()).await?;
        }
        None => {}
    }
    let open = store::open(&mut *tx).await?.map(|open| open.id);
    tx.commit().await?;
    folder::remove_all_but(state, open).await;
    Ok(())
}

/// Records the files that have come.
///
/// # Errors
/// Those of the database.
pub async fn received(
    state: &AppState,
    id: MoveInId,
    file_name: Option<&str>,
    media_name: Option<&str>,
) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    store::set_files(&mut tx, id, file_name, media_name).await?;
    store::set_outcome(&mut tx, id, None, "").await?;
    let to = MoveInState::Failed;
    set_state(&mut tx, id, &[MoveInState::Receiving], to, state.clock.now_millis()).await?;
    Ok(tx.commit().await?)
}

/// Begins a run, with what was chosen where a form says so. `None` when it may not begin now.
///
/// # Errors
/// Those of the database.
pub async fn begin_run(
    state: &AppState,
    id: MoveInId,
    kind: RunKind,
    choices: Option<&MoveInChoices>,
) -> Result<Option<(MoveIn, Progress)>, AppError> {
    let mut tx = state.db.write_quietly().await?;
    if !set_state(&mut tx, id, kind.begins_in(), kind.state(), state.clock.now_millis()).await? {
        return Ok(None);
    }
    if let Some(choices) = choices {
        store::set_choices(&mut tx, id, choices).await?;
    }
    let begun = store::find(&mut *tx, id).await?.ok_or(AppError::NotFound)?;
    tx.commit().await?;
    let progress = Progress::default();
    state.extensions.get::<Running>().set(Some((id, progress.clone())));
    Ok(Some((begun, progress)))
}

/// Records how a run ended: with its report, or with the sentence that says why not. An import that ran to its end needs its
/// files no longer.
///
/// # Errors
/// Those of the database.
pub async fn end_run(
    state: &AppState,
    run: &MoveIn,
    by: Actor<'_>,
    outcome: &Result<Report, String>,
) -> Result<(), AppError> {
    let MoveIn { id, state: running, .. } = *run;
    let now = state.clock.now_millis();
    let is_import = running == MoveInState::Moving;
    let progress = state.extensions.get::<Running>().progress(id);
    let is_stopped = progress.is_some_and(|progress| progress.is_stopped());
    let (report, failure) = match outcome {
        Ok(report) => (Some(ReportSummary::of(report)), stopped(is_stopped, is_import)),
        Err(failure) => (None, &**failure),
    };
    let to = match (&report, failure.is_empty(), is_import) {
        (Some(report), true, true) if report.broken_off.is_none() => MoveInState::Ended,
        (Some(_), true, false) => MoveInState::Tried,
        _ => MoveInState::Failed,
    };
    let mut tx = state.db.write_quietly().await?;
    store::set_outcome(&mut tx, id, report.as_ref().filter(|_| is_import || !is_stopped), failure).await?;
    set_state(&mut tx, id, &[running], to, now).await?;
    if let Some(report) = report.filter(|_| is_import) {
        let about =
            format!("{} ({} nya, {} ändrade)", run.file_name, report.counts.new, report.counts.changed);
        audit_log::record(&mut tx, by, AuditAction::MovedIn, AuditTarget::Named(&about), now).await?;
    }
    store::prune(&mut tx).await?;
    tx.commit().await?;
    state.extensions.get::<Running>().set(None);
    if to == MoveInState::Ended {
        folder::remove_all_but(state, None).await;
    }
    Ok(())
}

const fn stopped(is_stopped: bool, is_import: bool) -> &'static str {
    match (is_stopped, is_import) {
        (false, _) => "",
        (true, false) => "Provkörningen stoppades. Inget har ändrats.",
        (true, true) => {
            "Någon stoppade det. Det som hann komma in är kvar. Provkör igen och se vad som är kvar att flytta."
        }
    }
}

/// Ends an import that waits: its files go, and the report of what has come in stays.
///
/// # Errors
/// Those of the database.
pub async fn discard(state: &AppState, id: MoveInId) -> Result<(), AppError> {
    let mut tx = state.db.write_quietly().await?;
    discard_in(&mut tx, id, state.clock.now_millis()).await?;
    let open = store::open(&mut *tx).await?.map(|open| open.id);
    tx.commit().await?;
    folder::remove_all_but(state, open).await;
    Ok(())
}

pub(super) async fn discard_in(
    writer: &mut sqlx::SqliteConnection,
    id: MoveInId,
    now: crate::time::UnixMillis,
) -> Result<(), sqlx::Error> {
    let Some(found) = store::find(&mut *writer, id).await? else { return Ok(()) };
    if !matches!(found.state, MoveInState::Tried | MoveInState::Failed) {
        return Ok(());
    }
    if found.report.is_some_and(|report| !report.is_dry_run) {
        set_state(&mut *writer, id, &[found.state], MoveInState::Ended, now).await?;
        store::prune(writer).await
    } else {
        store::delete(writer, id).await
    }
}
