//! Backups that the server makes by itself, at night or as soon as it runs again.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use app::backups::{file_name, is_due, notify, record_failure, record_success, status, superseded};
use app::error::AppError;
use app::state::AppState;
use app::temporary_file::remove_abandoned;
use app::time::{HOUR, UnixMillis};
use tokio::time::MissedTickBehavior;

use super::error::BackupError;
use super::make::make;
use crate::data_folder::DataFolder;
use crate::snapshot::SnapshotError;

/// How often the task looks whether a backup is due.
pub const PERIOD: Duration = Duration::from_mins(5);
/// How long it waits after a failure, in milliseconds.
const PAUSE: i64 = HOUR;

/// Where the server puts backups, and of what.
#[derive(Debug, Clone)]
pub struct Nightly {
    /// The data folder.
    pub data: DataFolder,
    /// The folder of backups.
    pub folder: PathBuf,
}

impl Nightly {
    /// Makes backups when they are due, until the future is dropped. By a clock that was moved, none is made.
    pub async fn run(self, state: AppState) {
        if state.clock.is_moved() {
            tracing::info!("Klockan är flyttad: inga säkerhetskopior görs");
            return;
        }
        self.remove_half_written();
        let mut ticks = tokio::time::interval(PERIOD);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut tried_at = None;
        loop {
            ticks.tick().await;
            if let Err(error) = self.run_once(&state, &mut tried_at).await {
                tracing::error!(%error, "the nightly backup could not be recorded");
            }
        }
    }

    /// Makes a backup if one is due. `tried_at` is when the last one was begun that failed.
    ///
    /// # Errors
    /// Those of the site's database; a backup that fails is recorded there.
    pub async fn run_once(
        &self,
        state: &AppState,
        tried_at: &mut Option<UnixMillis>,
    ) -> Result<(), AppError> {
        let (now, millis) = (state.clock.now(), state.clock.now_millis());
        let is_paused = tried_at.is_some_and(|tried_at| (0..PAUSE).contains(&(millis - tried_at)));
        let last = status(state.db.reader()).await?.succeeded_at;
        if is_paused || !is_due(now, last) {
            return Ok(());
        }
        let target = self.folder.join(file_name(now));
        match make(&self.data, &target, now).await {
            // Of this minute: the process ended before it could say so, or another site uses the folder. The next look
            // makes one of another name.
            Err(BackupError::Database(SnapshotError::Exists(_))) => Ok(()),
            Ok(made) => {
                *tried_at = None;
                tracing::info!(
                    bytes = made.bytes,
                    missing = made.missing.len(),
                    "Säkerhetskopia: {}",
                    target.display()
                );
                record_success(state, millis).await?;
                self.tidy();
                Ok(())
            }
            Err(error) => {
                *tried_at = Some(millis);
                tracing::error!("Nattens säkerhetskopia misslyckades: {error}");
                record_failure(state, millis, &error.to_string()).await?;
                notify(state).await
            }
        }
    }

    /// Removes the backups that newer ones have superseded.
    fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let files: Vec<String> =
            entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        for name in superseded(files.iter().map(String::as_str)) {
            remove(&self.folder.join(name));
        }
        self.remove_half_written();
    }

    /// Removes what a process has left that ended while it made a backup.
    fn remove_half_written(&self) {
        if let Err(error) = remove_abandoned(&self.folder, ".guldkorn-") {
            tracing::warn!(%error, "a half-written backup could not be removed");
        }
    }
}

fn remove(path: &Path) {
    if let Err(error) = fs::remove_file(path) {
        tracing::warn!(%error, file = %path.display(), "an old backup could not be removed");
    }
}
