//! Several pictures in one plain form, as a browser without script sends them. Each is stored while the next one still
//! waits on the network, so that one at a time is in memory; and one that is refused keeps none of the others out.

use app::admin::{ReceivedFile, UploadReport};
use app::media::intake::{MOST_BYTES, QueuePermit};
use app::media::{AddedPicture, PictureError, Upload, add, name_of_file};
use app::staff::Staff;
use app::state::AppState;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest as _, Request};

use super::TIMEOUT;
use super::form::MAX_TEXT_BYTES;
use crate::file_form::{FileInMemory, FormFault, receive_file, receive_text};

/// How many pictures one form may have.
pub(super) const MAX_FILES: usize = 20;

/// What became of a form.
#[derive(Debug, Default)]
pub(super) struct Received {
    pub(super) files: UploadReport,
    /// The page for which a picture is chosen, as the form names it; empty for none.
    pub(super) chosen_for: String,
}

/// Receives all files of a form, as far as it can be read.
pub(super) async fn receive(state: &AppState, staff: &Staff, request: Request) -> Received {
    let mut received = Received::default();
    if let Err(error) = receive_into(&mut received, state, staff, request).await {
        let name = "Resten av det du skickade".to_owned();
        received.files.0.push(ReceivedFile::new(name, Err(error)));
    }
    received
}

async fn receive_into(
    received: &mut Received,
    state: &AppState,
    staff: &Staff,
    request: Request,
) -> Result<(), PictureError> {
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| FormFault::Unreadable)?;
    let mut is_too_many = false;
    loop {
        let next = tokio::time::timeout(TIMEOUT, multipart.next_field()).await;
        let next = next.map_err(|_| FormFault::Slow)?.map_err(FormFault::from)?;
        let Some(mut field) = next else { break };
        match field.name().unwrap_or_default() {
            "valj" => {
                received.chosen_for = receive_text(field, MAX_TEXT_BYTES).await?.unwrap_or_default();
            }
            "file" if received.files.0.len() < MAX_FILES => {
                let name = name_of_file(field.file_name().unwrap_or_default());
                let outcome = store(state, staff, name.clone(), field).await?;
                // Nothing was chosen.
                if !name.is_empty() || outcome != Err(PictureError::NoFile) {
                    received.files.0.push(ReceivedFile::new(name, outcome.as_ref().map_err(|error| *error)));
                }
            }
            // Read and dropped, since a browser reads the response only when it has sent everything.
            other => {
                is_too_many |= other == "file";
                while field.chunk().await.map_err(FormFault::from)?.is_some() {}
            }
        }
    }
    if is_too_many { Err(PictureError::TooMany) } else { Ok(()) }
}

/// Stores one file. The inner error is that of the file alone.
async fn store(
    state: &AppState,
    staff: &Staff,
    name: String,
    field: Field<'_>,
) -> Result<Result<AddedPicture, PictureError>, PictureError> {
    let permit = tokio::time::timeout(TIMEOUT, QueuePermit::wait()).await.ok().flatten();
    let permit = permit.ok_or(PictureError::Busy)?.with_heic_decoder(state.heic_decoder.clone());
    let receiving = receive_file::<FileInMemory>(&MOST_BYTES, field);
    let bytes = match tokio::time::timeout(TIMEOUT, receiving).await.map_err(|_| FormFault::Slow)?? {
        Ok(file) => file.map(|file| file.bytes).unwrap_or_default(),
        Err(fault) => return Ok(Err(fault.into())),
    };
    let upload = Upload {
        bytes,
        alt: String::new(),
        decorative: true,
        name,
        by: Some(staff.id),
        is_of_its_own: false,
    };
    Ok(add(&state.db, &state.media_folder, &state.clock, permit, upload).await)
}
