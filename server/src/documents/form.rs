//! Reads the multipart form of a document, chunk by chunk: the file goes to the disk as it comes.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::admin::SentDocument;
use app::documents::{DocumentError, IncomingDocument};
use app::text_input::normalize;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest as _, Request};
use http::StatusCode;

/// More than any title.
const MAX_TEXT_BYTES: usize = 8 * 1024;
/// More than the form has.
const MAX_FIELDS: usize = 16;
/// How much of the file is in memory at a time.
const PIECE: usize = 256 * 1024;

/// Reads the form to its end, because a browser reads the response only then. What was typed is kept also when the file is
/// refused.
pub(super) async fn read(media_folder: &Arc<Path>, request: Request, timeout: Duration) -> SentDocument {
    let mut sent = SentDocument::default();
    let reading = tokio::time::timeout(timeout, read_fields(media_folder, request, &mut sent)).await;
    if let Err(refusal) = reading.unwrap_or(Err(DocumentError::Slow)) {
        sent.file = None;
        sent.refusal = Some(refusal);
    }
    sent
}

async fn read_fields(
    media_folder: &Arc<Path>,
    request: Request,
    sent: &mut SentDocument,
) -> Result<(), DocumentError> {
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| DocumentError::Unreadable)?;
    let mut refusal = None;
    let mut fields = 0;
    while let Some(field) = multipart.next_field().await.map_err(refusal_of)? {
        fields += 1;
        if fields > MAX_FIELDS {
            return Err(DocumentError::Unreadable);
        }
        let name = field.name().unwrap_or_default().to_owned();
        let outcome = match name.as_str() {
            "file" if sent.file.is_some() => return Err(DocumentError::Unreadable),
            "file" => receive(media_folder, field).await.map(|file| sent.file = file),
            "title" => text(field).await.map(|title| sent.title = title),
            "language" => text(field).await.map(|language| sent.language = language),
            "text" => text(field).await.map(|id| sent.text = id.parse().ok()),
            "replaces" => text(field).await.map(|id| sent.replaces = id.parse().ok()),
            _ => Ok(()),
        };
        match outcome {
            Err(DocumentError::Unreadable) => return Err(DocumentError::Unreadable),
            outcome => refusal = refusal.or(outcome.err()),
        }
    }
    refusal.map_or(Ok(()), Err)
}

/// Receives the file. Without one a browser sends an empty field. What is refused half way is read to its end and dropped.
async fn receive(
    media_folder: &Arc<Path>,
    mut field: Field<'_>,
) -> Result<Option<IncomingDocument>, DocumentError> {
    let name = normalize(field.file_name().unwrap_or_default());
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
                None => IncomingDocument::begin(media_folder, &name).await,
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

async fn text(mut field: Field<'_>) -> Result<String, DocumentError> {
    let mut bytes = Vec::new();
    let mut is_too_long = false;
    while let Some(chunk) = field.chunk().await.map_err(refusal_of)? {
        is_too_long |= bytes.len() + chunk.len() > MAX_TEXT_BYTES;
        if !is_too_long {
            bytes.extend_from_slice(&chunk);
        }
    }
    if is_too_long {
        return Err(DocumentError::LongTitle);
    }
    String::from_utf8(bytes).map(|text| normalize(&text)).map_err(|_| DocumentError::Unreadable)
}

fn refusal_of(error: MultipartError) -> DocumentError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        DocumentError::TooLarge
    } else {
        DocumentError::Unreadable
    }
}
