//! The form that a picture comes in, read piece by piece.

use app::media::PictureError;
use app::media::intake::MOST_BYTES;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest as _, Request};
use http::StatusCode;

/// More than any alternative text.
const LONGEST_TEXT: usize = 8 * 1024;
/// More than the form has.
const MOST_FIELDS: usize = 16;

/// What stands in the form.
#[derive(Debug, Default)]
pub(super) struct PictureForm {
    pub(super) file: Vec<u8>,
    pub(super) alt: String,
    pub(super) decorative: bool,
}

/// Reads the form to its end, so that the sender reads the answer. No more of it is kept in memory than may be.
pub(super) async fn read(request: Request) -> Result<PictureForm, PictureError> {
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| PictureError::Unreadable)?;
    let mut form = PictureForm::default();
    let mut refusal = None;
    let mut fields = 0;
    while let Some(field) = multipart.next_field().await.map_err(unread)? {
        fields += 1;
        let name = field.name().unwrap_or_default().to_owned();
        let outcome = match name.as_str() {
            _ if fields > MOST_FIELDS => return Err(PictureError::Unreadable),
            "file" if form.file.is_empty() => {
                kept(field, MOST_BYTES).await?.map(|file| form.file = file).ok_or(PictureError::TooLarge)
            }
            "file" => Err(PictureError::Unreadable),
            "alt" => text(field, PictureError::LongAlt).await?.map(|alt| form.alt = alt),
            // A box that is not ticked is not sent.
            "decorative" => {
                text(field, PictureError::Unreadable).await?.map(|value| form.decorative = !value.is_empty())
            }
            _ => Ok(()),
        };
        refusal = refusal.or(outcome.err());
    }
    refusal.map_or(Ok(form), Err)
}

async fn text(
    field: Field<'_>,
    too_long: PictureError,
) -> Result<Result<String, PictureError>, PictureError> {
    let Some(bytes) = kept(field, LONGEST_TEXT).await? else { return Ok(Err(too_long)) };
    Ok(String::from_utf8(bytes).map_err(|_| PictureError::Unreadable))
}

/// A field's content, or nothing when there is more of it.
async fn kept(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, PictureError> {
    let mut content = Some(Vec::new());
    while let Some(piece) = field.chunk().await.map_err(unread)? {
        content = content.filter(|content| content.len() + piece.len() <= most);
        if let Some(content) = &mut content {
            content.extend_from_slice(&piece);
        }
    }
    Ok(content)
}

fn unread(error: MultipartError) -> PictureError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        PictureError::TooLarge
    } else {
        PictureError::Unreadable
    }
}
