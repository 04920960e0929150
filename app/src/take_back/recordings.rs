//! Recordings of an export: judged, and on the disk before their rows are written, which name the posts.
//!
//! A text that has a recording which somebody gave it here keeps that.

use std::collections::HashSet;
use std::sync::Arc;

use sqlx::sqlite::SqliteConnection;

use super::causes::{FILE_MISSING, RECORDING};
use super::files::{TakenFiles, unreadable};
use super::lines::ExportFiles;
use super::posts::AppliedPosts;
use crate::export::{PostUid, Recording};
use crate::import::{Finding, Findings, ImportError, ReadError};
use crate::media;
use crate::recordings::exported::{KeptRecording, judge};
use crate::recordings::{parse_transcript, store};
use crate::search_index::index_waiting;
use crate::state::AppState;
use crate::time::UnixMillis;

/// A recording whose row is still to be written.
pub(super) struct TakenRecording {
    kept: KeptRecording,
    post: PostUid,
    added_at: UnixMillis,
}

impl TakenFiles {
    /// Takes in the recordings that are not here. A dry run only judges them.
    pub(super) async fn take_recordings(
        &mut self,
        (state, files): (&AppState, &Arc<dyn ExportFiles>),
        recordings: &[Recording],
        missing: &HashSet<String>,
        is_dry_run: bool,
        findings: &mut Findings,
    ) -> Result<(), ImportError> {
        let here: HashSet<_> =
            store::known(&mut *state.db.reader().acquire().await?).await?.into_iter().collect();
        for recording in recordings.iter().filter(|recording| !here.contains(&recording.id)) {
            if missing.contains(&recording.path) {
                findings.add(Finding::new(FILE_MISSING, &*recording.path, recording.id.to_string()));
                continue;
            }
            let (from, path, id) = (Arc::clone(files), recording.path.clone(), recording.id);
            let folder = Arc::clone(&state.media_folder);
            let judging = tokio::task::spawn_blocking(move || {
                // What a run has left that ended before it was done is nobody's.
                media::files::remove(&folder, id);
                judge(&folder, id, from.open(&path)?).map_err(|error| unreadable(&path, &error))
            });
            let judged = match judging.await.map_err(|_| ImportError::Interrupted)?? {
                Ok(judged) => parse_transcript(&recording.transcript).map(|said| (judged, said)),
                Err(error) => Err(error),
            };
            match judged {
                Ok(_) if is_dry_run => {}
                Ok((judged, said)) => {
                    let kept = judged.keep(said, recording.is_verbatim).await;
                    let kept = kept.map_err(|error| ReadError(error.to_string()))?;
                    self.written(recording.id.to_string());
                    let (post, added_at) = (recording.post, recording.added_at.0);
                    self.recordings.push(TakenRecording { kept, post, added_at });
                }
                Err(error) => findings.add(Finding::new(RECORDING, &*recording.path, error.to_string())),
            }
        }
        Ok(())
    }

    /// Writes the rows of the recordings of posts that are here by now, and returns the folders of the others, which nothing
    /// will name.
    pub(super) async fn save_recordings(
        &self,
        writer: &mut SqliteConnection,
        posts: &AppliedPosts,
        now: UnixMillis,
    ) -> Result<Vec<String>, sqlx::Error> {
        let mut unused = Vec::new();
        for TakenRecording { kept, post, added_at } in &self.recordings {
            let is_saved = match posts.id(*post) {
                Some(post) => kept.save(writer, post, *added_at, now).await?,
                None => false,
            };
            index_waiting(writer).await?;
            if !is_saved {
                unused.push(kept.recording.id.to_string());
            }
        }
        Ok(unused)
    }
}

/// Removes the folders that nothing names.
pub(super) fn remove(state: &AppState, folders: Vec<String>) {
    for folder in folders {
        media::files::remove(&state.media_folder, &*folder);
    }
}
