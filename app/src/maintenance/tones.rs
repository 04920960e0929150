//! The tones of pictures that were stored before tones were, or came with the demo site.

use std::path::Path;
use std::sync::Arc;

use crate::error::AppError;
use crate::media::{PictureId, Tone, store};
use crate::state::AppState;

/// How many pictures one transaction changes. Each takes a few milliseconds to decode.
const BATCH: u32 = 20;
/// How many pictures one run looks at, so that a large library does not keep a processor busy.
const MOST_PICTURES: u32 = 500;

/// Looks for the tones that are missing, in the smallest variant of each picture.
pub(super) async fn find_missing(state: &AppState) -> Result<(), AppError> {
    for _ in 0..MOST_PICTURES / BATCH {
        let batch = store::without_tone(state.db.reader(), BATCH).await?;
        if batch.is_empty() {
            break;
        }
        let tones = read(&state.media_folder, batch).await?;
        // As content, so that pages that were rendered without them are rendered again.
        let mut tx = state.db.write_content().await?;
        for (picture, tone) in tones {
            store::set_tone(&mut tx, picture, tone).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn read(
    media_folder: &Arc<Path>,
    pictures: Vec<(PictureId, Option<String>)>,
) -> Result<Vec<(PictureId, Option<Tone>)>, AppError> {
    let media_folder = Arc::clone(media_folder);
    let reading = tokio::task::spawn_blocking(move || {
        let tone = |(id, file): (PictureId, Option<String>)| {
            (id, file.and_then(|file| Tone::of_stored(&media_folder, id, &file)))
        };
        pictures.into_iter().map(tone).collect()
    });
    reading.await.map_err(|error| {
        tracing::error!(%error, "looking for tones was aborted");
        AppError::Internal
    })
}
