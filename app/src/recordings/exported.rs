//! Recordings that come back from an export.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use sqlx::sqlite::SqliteConnection;

use super::{IncomingRecording, ReceivedRecording, Recording, RecordingError, RecordingId, keep, store};
use crate::ids::PostId;
use crate::time::UnixMillis;

/// How much of a file is in memory at a time.
const PIECE: usize = 256 * 1024;

/// A recording whose file is on the disk.
pub(crate) struct KeptRecording {
    pub(crate) recording: Recording,
    hash: [u8; 32],
}

/// Judges a recording's file as one that somebody sends, piece by piece: it may be larger than what fits into memory many
/// times. It works as long as the disk does: call it on a thread for blocking work.
///
/// # Errors
/// When the file cannot be read; within that, the reason for which it is refused.
pub(crate) fn judge(
    media_folder: &Arc<Path>,
    id: RecordingId,
    mut file: impl Read,
) -> io::Result<Result<ReceivedRecording, RecordingError>> {
    let mut incoming = match IncomingRecording::begin_here(media_folder) {
        Ok(incoming) => incoming,
        Err(error) => return Ok(Err(error)),
    };
    let mut piece = vec![0; PIECE];
    loop {
        let count = file.read(&mut piece)?;
        if count == 0 {
            return Ok(incoming.clean_here(id));
        }
        if let Err(error) = incoming.append_here(piece.get(..count).unwrap_or_default()) {
            return Ok(Err(error));
        }
    }
}

impl ReceivedRecording {
    /// Puts the file on the disk for good, with the words that belong to it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) async fn keep(
        self,
        transcript: String,
        is_verbatim: bool,
    ) -> Result<KeptRecording, RecordingError> {
        let (recording, hash, file) = self.into_parts();
        keep(file).await?;
        Ok(KeptRecording { recording: Recording { transcript, is_verbatim, ..recording }, hash })
    }
}

impl KeptRecording {
    /// Saves the row of a recording, in place of one that came from an export, too. Returns false when the post has one that
    /// somebody gave it here; then nothing was done.
    ///
    /// # Errors
    /// Those of the database.
    pub(crate) async fn save(
        &self,
        writer: &mut SqliteConnection,
        post: PostId,
        added_at: UnixMillis,
        now: UnixMillis,
    ) -> Result<bool, sqlx::Error> {
        if store::has_one_of_staff(writer, post).await? {
            return Ok(false);
        }
        store::remove_from(writer, post, now).await?;
        store::add(writer, post, &self.recording, &self.hash, None, added_at).await?;
        Ok(true)
    }
}
