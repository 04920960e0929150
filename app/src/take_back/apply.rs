//! Writing everything in one transaction.

use sqlx::error::ErrorKind;

use super::editions::{self, PreparedEdition};
use super::files::TakenFiles;
use super::lines::refused;
use super::lists::Lists;
use super::plan::Plan;
use super::settings::{self, DecidedSettings};
use super::staged::StagedPosts;
use super::{posts, recordings, redirects, tags};
use crate::db::total_changes;
use crate::import::{ImportError, Report};
use crate::state::AppState;

/// Everything that is ready to be written.
pub(super) struct Ready {
    pub(super) lists: Lists,
    pub(super) plan: Plan,
    pub(super) files: TakenFiles,
    pub(super) settings: DecidedSettings,
    pub(super) editions: Vec<PreparedEdition>,
    pub(super) staged: StagedPosts,
}

/// Writes everything, or nothing. What breaks a rule of the schema refuses the export.
pub(super) async fn apply(state: &AppState, ready: Ready, report: &mut Report) -> Result<(), ImportError> {
    write(state, ready, report).await.map_err(|error| match error {
        ImportError::Database(sqlx::Error::Database(error)) if error.kind() != ErrorKind::Other => {
            // The rule may stand on several lines.
            let rule = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
            refused(format_args!("något i den bryter mot en regel ({rule})")).into()
        }
        other => other,
    })
}

/// Writes everything, or nothing. A dry run does the same and drops it, and so does a run that changes nothing.
async fn write(state: &AppState, ready: Ready, report: &mut Report) -> Result<(), ImportError> {
    let Ready { lists, plan, files, settings, mut editions, staged } = ready;
    let now = state.clock.now_millis();
    let mut tx = state.db.write_content().await?;
    let before = total_changes(&mut tx).await?;
    files.save(&mut tx, now).await?;
    tags::apply(&mut tx, &lists.tags, report).await?;
    settings::apply(&mut tx, &settings).await?;
    let editions = editions::apply(&mut tx, &mut editions, now, report).await?;
    let posts = posts::apply(&mut tx, staged, &plan, now, report).await?;
    editions.hang(&mut tx, &posts, report).await?;
    editions.reserve(&mut tx, &posts, now).await?;
    let unused = files.save_recordings(&mut tx, &posts, now).await?;
    posts::apply_gone(&mut tx, &lists.gone, report).await?;
    redirects::apply(&mut tx, &lists.redirects, &posts, report).await?;
    posts.remember(&mut tx, now).await?;
    if !report.is_dry_run && total_changes(&mut tx).await? > before {
        tx.commit().await?;
        files.keep();
        recordings::remove(state, unused);
    }
    Ok(())
}
