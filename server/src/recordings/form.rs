//! Reads the multipart form of a recording, chunk by chunk: the file goes to the disk as it comes.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::admin::SentRecording;
use app::recordings::{IncomingRecording, RecordingError};
use app::text_input::normalize;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest as _, Request};
use http::StatusCode;

/// More than the longest transcript, in any alphabet.
const MAX_TEXT_BYTES: usize = 512 * 1024;
/// More than the form has.
const MAX_FIELDS: usize = 16;
/// How much of the file is in memory at a time.
const PIECE: usize = 256 * 1024;

/// Reads the form to its end, because a browser reads the response only then. What was typed is kept also when the file is
/// refused.
pub(super) async fn read(media_folder: &Arc<Path>, request: Request, timeout: Duration) -> SentRecording {
    let mut sent = SentRecording::default();
    let reading = tokio::time::timeout(timeout, read_fields(media_folder, request, &mut sent)).await;
    if let Err(refusal) = reading.unwrap_or(Err(RecordingError::Slow)) {
        sent.file = None;
        sent.refusal = Some(refusal);
    }
    sent
}

async fn read_fields(
    media_folder: &Arc<Path>,
    request: Request,
    sent: &mut SentRecording,
) -> Result<(), RecordingError> {
    let mut multipart =
        Multipart::from_request(request, &()).await.map_err(|_| RecordingError::Unreadable)?;
    let mut refusal = None;
    let mut fields = 0;
    while let Some(field) = multipart.next_field().await.map_err(refusal_of)? {
        fields += 1;
        if fields > MAX_FIELDS {
            return Err(RecordingError::Unreadable);
        }
        let name = field.name().unwrap_or_default().to_owned();
        let outcome = match name.as_str() {
            "file" if sent.file.is_some() => return Err(RecordingError::Unreadable),
            "file" => receive(media_folder, field).await.map(|file| sent.file = file),
            "transcript" => text(field).await.map(|said| sent.transcript = said),
            "verbatim" => text(field).await.map(|word| sent.is_verbatim = !word.is_empty()),
            "act" => text(field).await.map(|act| sent.act = act),
            _ => Ok(()),
        };
        match outcome {
            Err(RecordingError::Unreadable) => return Err(RecordingError::Unreadable),
            outcome => refusal = refusal.or(outcome.err()),
        }
    }
    refusal.map_or(Ok(()), Err)
}

/// Receives the file. Without one a browser sends an empty field. What is refused half way is read to its end and dropped.
async fn receive(
    media_folder: &Arc<Path>,
    mut field: Field<'_>,
) -> Result<Option<IncomingRecording>, RecordingError> {
    let mut file = None;
    let mut refusal = None;
    let mut piece = Vec::new();
    loop {
        let chunk = field.chunk().await.map_err(refusal_of)?;
        let is_last = chunk.is_none();
        if let Some(chunk) = chunk.filter(|_| refusal.is_none()) {
            piece.extend_from_slice(&chunk);
        }
        if refusal.is_none() && !piece.is_empty() && (is_last || piece.len() >= PIECE) {
            let begun = match file.take() {
                Some(file) => Ok(file),
                None => IncomingRecording::begin(media_folder).await,
            };
            let taken = match begun {
                Ok(begun) => begun.append(std::mem::take(&mut piece)).await,
                Err(error) => Err(error),
            };
            match taken {
                Ok(taken) => file = Some(taken),
                Err(error) => refusal = Some(error),
            }
        }
        if is_last {
            return refusal.map_or(Ok(file), Err);
        }
    }
}

async fn text(mut field: Field<'_>) -> Result<String, RecordingError> {
    let mut bytes = Vec::new();
    let mut is_too_long = false;
    while let Some(chunk) = field.chunk().await.map_err(refusal_of)? {
        is_too_long |= bytes.len() + chunk.len() > MAX_TEXT_BYTES;
        if !is_too_long {
            bytes.extend_from_slice(&chunk);
        }
    }
    if is_too_long {
        return Err(RecordingError::LongTranscript);
    }
    String::from_utf8(bytes).map(|text| normalize(&text)).map_err(|_| RecordingError::Unreadable)
}

fn refusal_of(error: MultipartError) -> RecordingError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        RecordingError::TooLarge
    } else {
        RecordingError::Unreadable
    }
}
