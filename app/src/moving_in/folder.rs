//! Where the files of imports lie.

use std::fs;
use std::io;
use std::path::PathBuf;

use crate::ids::MoveInId;
use crate::state::AppState;

const NAME: &str = "inflyttning";

/// Returns the folder of an import's files: in the data folder, beside the pictures, so that no backup takes them along.
pub fn folder(state: &AppState, id: MoveInId) -> PathBuf {
    all(state).join(id.to_string())
}

fn all(state: &AppState) -> PathBuf {
    state.media_folder.with_file_name(NAME)
}

/// Removes the files of all imports but one, if there are any.
pub(super) async fn remove_all_but(state: &AppState, kept: Option<MoveInId>) {
    let (all, kept) = (all(state), kept.map(|id| id.to_string()));
    let removed = tokio::task::spawn_blocking(move || -> io::Result<()> {
        let entries = match fs::read_dir(&all) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_str() != kept.as_deref() {
                fs::remove_dir_all(entry.path())?;
            }
        }
        Ok(())
    });
    if let Err(error) = removed.await.unwrap_or_else(|error| Err(error.into())) {
        tracing::warn!(%error, "the files of an import could not be removed");
    }
}
