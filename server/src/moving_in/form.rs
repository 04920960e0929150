//! Reads the form with the files, piece by piece: they go to the disk as they come.

use std::path::Path;
use std::time::Duration;

use app::admin::MoveInField;
use app::ids::MoveInId;
use app::moving_in;
use app::state::AppState;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest as _, Request};

use super::incoming::IncomingFile;
use super::refusal::{Refusal, most_bytes};
use crate::check::{RESERVE, free_bytes};

/// How long a client may send nothing.
const PATIENCE: Duration = Duration::from_mins(1);
/// More than the form has.
const MOST_FIELDS: usize = 8;
/// More than an id has.
const LONGEST_TEXT: usize = 64;
/// How much of a file is in memory at a time.
const PIECE: usize = 256 * 1024;

/// What has come of the form.
#[derive(Debug, Default)]
pub(super) struct Received {
    /// The import whose files come; none before the first of them does.
    pub(super) id: Option<MoveInId>,
    /// The import whose files they replace.
    pub(super) replaces: Option<MoveInId>,
    pub(super) file: Option<IncomingFile>,
    pub(super) media: Option<IncomingFile>,
}

/// Reads the form to its end, because a browser reads the response only then. Fields before the first file are read first.
pub(super) async fn read(state: &AppState, request: Request, received: &mut Received) -> Result<(), Refusal> {
    let length = request.headers().get(http::header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok()).unwrap_or(0);
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| Refusal::Cut)?;
    let mut refusal = has_room(&state.media_folder, length).then_some(()).ok_or(Refusal::Full).err();
    for _ in 0..MOST_FIELDS {
        let field = tokio::time::timeout(PATIENCE, multipart.next_field()).await;
        let Some(mut field) = field.map_err(|_| Refusal::Slow)?.map_err(|_| Refusal::Cut)? else {
            return refusal.map_or(Ok(()), Err);
        };
        match field.name() {
            Some("replaces") => received.replaces = text(&mut field).await?.parse().ok(),
            Some("file") => receive(state, MoveInField::File, field, received, &mut refusal).await?,
            Some("media") => receive(state, MoveInField::Media, field, received, &mut refusal).await?,
            _ => drop(text(&mut field).await?),
        }
    }
    Err(Refusal::Cut)
}

fn has_room(folder: &Path, bytes: u64) -> bool {
    free_bytes(folder).map_or(true, |free| bytes.saturating_add(RESERVE) <= free)
}

/// Receives a file. Without one a browser sends an empty field. What is refused half way is read to its end and dropped.
async fn receive(
    state: &AppState,
    which: MoveInField,
    mut field: Field<'_>,
    received: &mut Received,
    refusal: &mut Option<Refusal>,
) -> Result<(), Refusal> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let mut file = None;
    let mut piece = Vec::with_capacity(PIECE);
    loop {
        let is_last = match chunk(&mut field).await? {
            Some(chunk) if refusal.is_none() => {
                piece.extend_from_slice(&chunk);
                false
            }
            chunk => chunk.is_none(),
        };
        if refusal.is_none() && !piece.is_empty() && (is_last || piece.len() >= PIECE) {
            match write(state, which, &name, file.take(), &piece, received).await {
                Ok(written) => file = Some(written),
                Err(error) => *refusal = Some(error),
            }
            piece.clear();
        }
        if is_last {
            break;
        }
    }
    match which {
        MoveInField::File => received.file = file,
        MoveInField::Media => received.media = file,
    }
    Ok(())
}

/// Writes a piece; with the first one the import begins, if there was none.
async fn write(
    state: &AppState,
    which: MoveInField,
    name: &str,
    file: Option<IncomingFile>,
    piece: &[u8],
    received: &mut Received,
) -> Result<IncomingFile, Refusal> {
    if received.id.is_none() {
        received.id = moving_in::begin_receiving(state, received.replaces).await?;
    }
    let folder = moving_in::folder(state, received.id.ok_or(Refusal::Busy)?);
    let (name, piece) = (name.to_owned(), piece.to_owned());
    let written = tokio::task::spawn_blocking(move || {
        let mut file = file.map_or_else(|| IncomingFile::begin(&folder, which, &name), Ok)?;
        file.append(&piece)?;
        std::io::Result::Ok(file)
    });
    let file = written.await.unwrap_or_else(|error| Err(error.into()))?;
    if file.bytes > most_bytes(which) { Err(Refusal::TooLarge(which)) } else { Ok(file) }
}

async fn text(field: &mut Field<'_>) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    while let Some(chunk) = chunk(field).await? {
        if bytes.len() + chunk.len() > LONGEST_TEXT {
            return Err(Refusal::Cut);
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Refusal::Cut)
}

async fn chunk(field: &mut Field<'_>) -> Result<Option<bytes::Bytes>, Refusal> {
    let chunk = tokio::time::timeout(PATIENCE, field.chunk()).await.map_err(|_| Refusal::Slow)?;
    chunk.map_err(|_| Refusal::Cut)
}
