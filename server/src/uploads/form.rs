//! The form of a picture with its words.

use app::media::intake::MOST_BYTES;
use app::media::{PictureError, name_of_file};
use axum::extract::Request;

use super::TIMEOUT;
use crate::file_form::{self, FileInMemory, FormFault, FormShape};

/// More than any alternative text.
pub(super) const MAX_TEXT_BYTES: usize = 8 * 1024;

const SHAPE: FormShape =
    FormShape { fields: &["alt", "decorative", "falt"], longest_field: MAX_TEXT_BYTES, timeout: TIMEOUT };

/// A picture with its words, as sent.
#[derive(Debug)]
pub(super) struct PictureForm {
    /// Empty when no file was chosen.
    pub(super) file: Vec<u8>,
    /// The file's name.
    pub(super) name: String,
    pub(super) alt: String,
    pub(super) decorative: bool,
    /// The field of the page to which the picture comes back; may be empty.
    pub(super) field: String,
}

/// Reads the form into memory.
pub(super) async fn read(request: Request) -> Result<PictureForm, PictureError> {
    let mut form = file_form::read::<FileInMemory>(request, &SHAPE, &MOST_BYTES).await;
    let [alt, decorative, field] = ["alt", "decorative", "falt"].map(|field| form.take(field));
    let (name, file) = form.file?.map(|file| (name_of_file(&file.sent_name), file.bytes)).unwrap_or_default();
    // A box that is not ticked is not sent.
    Ok(PictureForm { file, name, alt, decorative: !decorative.is_empty(), field: field_name(field) })
}

/// Returns the name of a field; empty for what is none.
fn field_name(name: String) -> String {
    let is_name =
        name.len() <= 60 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_name { name } else { String::new() }
}

impl From<FormFault> for PictureError {
    fn from(fault: FormFault) -> Self {
        match fault {
            FormFault::Unreadable => Self::Unreadable,
            FormFault::TooLarge => Self::TooLarge,
            FormFault::LongField => Self::LongAlt,
            FormFault::Slow => Self::Slow,
        }
    }
}
