//! Reads the multipart form of an upload, chunk by chunk.

use app::media::intake::MOST_BYTES;
use app::media::{PictureError, name_of_file};
use app::text_input::normalize;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest as _, Request};
use http::StatusCode;

/// More than any alternative text.
const MAX_TEXT_BYTES: usize = 8 * 1024;
/// More than the form has.
const MAX_FIELDS: usize = 16;

/// The fields of the form.
#[derive(Debug, Default)]
pub(super) struct PictureForm {
    pub(super) file: Vec<u8>,
    /// The file's name.
    pub(super) name: String,
    pub(super) alt: String,
    pub(super) decorative: bool,
    /// The field of the page to which the picture comes back; may be empty.
    pub(super) field: String,
}

/// Reads the form to its end, because a browser reads the response only then. No more of it stays in memory than the
/// limits allow.
pub(super) async fn read(request: Request) -> Result<PictureForm, PictureError> {
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| PictureError::Unreadable)?;
    let mut form = PictureForm::default();
    let mut error = None;
    let mut fields = 0;
    while let Some(field) = multipart.next_field().await.map_err(picture_error)? {
        fields += 1;
        let name = field.name().unwrap_or_default().to_owned();
        let outcome = match name.as_str() {
            _ if fields > MAX_FIELDS => return Err(PictureError::Unreadable),
            "file" if form.file.is_empty() => {
                form.name = name_of_file(field.file_name().unwrap_or_default());
                read_file(field).await?.map(|file| form.file = file)
            }
            "file" => Err(PictureError::Unreadable),
            "alt" => {
                let bytes = read_limited(field, MAX_TEXT_BYTES).await?;
                text(bytes, PictureError::LongAlt).map(|alt| form.alt = normalize(&alt))
            }
            // A box that is not ticked is not sent.
            "decorative" => {
                let bytes = read_limited(field, MAX_TEXT_BYTES).await?;
                text(bytes, PictureError::Unreadable).map(|value| form.decorative = !value.is_empty())
            }
            "falt" => {
                let bytes = read_limited(field, MAX_TEXT_BYTES).await?;
                text(bytes, PictureError::Unreadable).map(|name| form.field = field_name(name))
            }
            _ => Ok(()),
        };
        error = error.or(outcome.err());
    }
    error.map_or(Ok(form), Err)
}

/// Reads a file to its end. The inner error is that of the file alone: what follows it can still be read.
pub(super) async fn read_file(field: Field<'_>) -> Result<Result<Vec<u8>, PictureError>, PictureError> {
    Ok(read_limited(field, MOST_BYTES).await?.ok_or(PictureError::TooLarge))
}

/// Reads a short text; empty when it is too long or no text.
pub(super) async fn read_line(field: Field<'_>) -> Result<String, PictureError> {
    let bytes = read_limited(field, MAX_TEXT_BYTES).await?.unwrap_or_default();
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

fn text(bytes: Option<Vec<u8>>, too_long: PictureError) -> Result<String, PictureError> {
    String::from_utf8(bytes.ok_or(too_long)?).map_err(|_| PictureError::Unreadable)
}

/// Returns the name of a field; empty for what is none.
fn field_name(name: String) -> String {
    let is_name =
        name.len() <= 60 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_name { name } else { String::new() }
}

/// Reads a field to its end and returns its content, or nothing when it is longer than the limit.
async fn read_limited(mut field: Field<'_>, max: usize) -> Result<Option<Vec<u8>>, PictureError> {
    let mut content = Some(Vec::new());
    while let Some(chunk) = field.chunk().await.map_err(picture_error)? {
        content = content.filter(|content| content.len() + chunk.len() <= max);
        if let Some(content) = &mut content {
            content.extend_from_slice(&chunk);
        }
    }
    Ok(content)
}

pub(super) fn picture_error(error: MultipartError) -> PictureError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        PictureError::TooLarge
    } else {
        PictureError::Unreadable
    }
}
