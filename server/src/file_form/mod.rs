//! A form with one file and a few fields, as browsers send it (RFC 7578): read part by part within limits, and always to its
//! end, because a browser reads the response only when it has sent everything.
//!
//! Documents, recordings, pictures and signed forms come in by it. A kind of file says where it goes ([`FileSink`]), its form
//! what may stand beside it ([`FormShape`]). A form with several files is another matter, since one of them after the other is
//! stored: `uploads/many.rs` and `moving_in/form.rs`.

mod in_memory;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::time::Duration;

use app::text_input::normalize;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest as _, Request};
use http::StatusCode;

pub(crate) use in_memory::FileInMemory;

/// The name of the field with the file.
const FILE: &str = "file";
/// More than any of the forms has.
const MAX_FIELDS: usize = 16;
/// How much of the file is in memory at a time, before its sink takes it.
const PIECE: usize = 256 * 1024;

/// What may stand in a form beside its file, and how long it may take. The route limits the whole body.
#[derive(Debug)]
pub(crate) struct FormShape {
    /// The names of its text fields. Whatever has another name is read and dropped.
    pub(crate) fields: &'static [&'static str],
    /// Most bytes of a text field.
    pub(crate) longest_field: usize,
    /// How long a client may take to send it.
    pub(crate) timeout: Duration,
}

/// Why a form was not taken in, or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormFault {
    /// It is no form, it is not whole, or it has more than such a form can have.
    Unreadable,
    /// The file, or the whole form, has too many bytes.
    TooLarge,
    /// A text field has.
    LongField,
    /// It was sent too slowly.
    Slow,
}

/// A file on its way in. Dropped, it leaves nothing behind.
pub(crate) trait FileSink: Sized {
    /// Where it goes.
    type Place;
    /// Why it is refused.
    type Refusal: From<FormFault>;

    /// Begins a file, by the name that its sender gives it.
    fn begin(
        place: &Self::Place,
        sent_name: &str,
    ) -> impl Future<Output = Result<Self, Self::Refusal>> + Send;

    /// Takes the next piece.
    fn append(self, piece: Vec<u8>) -> impl Future<Output = Result<Self, Self::Refusal>> + Send;
}

/// What came of a form.
pub(crate) struct ReceivedForm<S: FileSink> {
    /// The file, or none where none was chosen; and why it is not taken, or the form is not.
    pub(crate) file: Result<Option<S>, S::Refusal>,
    fields: BTreeMap<&'static str, String>,
}

impl<S: FileSink> ReceivedForm<S> {
    /// Returns a form that is refused before it is read.
    pub(crate) const fn refused(refusal: S::Refusal) -> Self {
        Self { file: Err(refusal), fields: BTreeMap::new() }
    }

    /// Takes what was typed into a field, in normal form; empty when it was not sent.
    pub(crate) fn take(&mut self, field: &str) -> String {
        self.fields.remove(field).unwrap_or_default()
    }
}

/// Reads a form. What was typed is there also when the file is refused.
pub(crate) async fn read<S: FileSink>(
    request: Request,
    shape: &FormShape,
    place: &S::Place,
) -> ReceivedForm<S> {
    let mut fields = BTreeMap::new();
    let reading =
        tokio::time::timeout(shape.timeout, read_parts::<S>(request, shape, place, &mut fields)).await;
    let file = reading.unwrap_or_else(|_| Err(FormFault::Slow.into()));
    ReceivedForm { file, fields }
}

async fn read_parts<S: FileSink>(
    request: Request,
    shape: &FormShape,
    place: &S::Place,
    fields: &mut BTreeMap<&'static str, String>,
) -> Result<Option<S>, S::Refusal> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| FormFault::Unreadable)?;
    let mut file: Option<S> = None;
    // The first; what follows is still read.
    let mut refusal = None;
    let mut count = 0;
    while let Some(part) = form.next_field().await.map_err(FormFault::from)? {
        count += 1;
        if count > MAX_FIELDS {
            return Err(FormFault::Unreadable.into());
        }
        let name = part.name().unwrap_or_default();
        let field = shape.fields.iter().copied().find(|field| *field == name);
        let outcome = match field {
            _ if name == FILE && file.is_some() => Err(FormFault::Unreadable.into()),
            _ if name == FILE => receive_file::<S>(place, part).await?.map(|received| file = received),
            Some(field) => {
                let text = receive_text(part, shape.longest_field).await?;
                text.map(|text| _ = fields.insert(field, text)).map_err(S::Refusal::from)
            }
            None => Ok(()),
        };
        refusal = refusal.or(outcome.err());
    }
    refusal.map_or(Ok(file), Err)
}

/// Receives the file; none for the empty field that a browser sends without one. The inner error is that of the file alone:
/// what follows it can still be read.
pub(crate) async fn receive_file<S: FileSink>(
    place: &S::Place,
    mut part: Field<'_>,
) -> Result<Result<Option<S>, S::Refusal>, FormFault> {
    let sent_name = part.file_name().unwrap_or_default().to_owned();
    let mut file = None;
    let mut refusal = None;
    let mut piece = Vec::new();
    loop {
        let chunk = part.chunk().await?;
        let is_last = chunk.is_none();
        if let Some(chunk) = chunk.filter(|_| refusal.is_none()) {
            piece.extend_from_slice(&chunk);
        }
        if refusal.is_none() && !piece.is_empty() && (is_last || piece.len() >= PIECE) {
            let begun = match file.take() {
                Some(file) => Ok(file),
                None => S::begin(place, &sent_name).await,
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
            return Ok(refusal.map_or(Ok(file), Err));
        }
    }
}

/// Reads a text field to its end. The inner error is that of the field alone.
pub(crate) async fn receive_text(
    mut part: Field<'_>,
    longest: usize,
) -> Result<Result<String, FormFault>, FormFault> {
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = part.chunk().await? {
        bytes = bytes.filter(|bytes| bytes.len() + chunk.len() <= longest);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&chunk);
        }
    }
    let Some(bytes) = bytes else { return Ok(Err(FormFault::LongField)) };
    Ok(String::from_utf8(bytes).map(|text| normalize(&text)).map_err(|_| FormFault::Unreadable))
}

impl From<MultipartError> for FormFault {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Self::TooLarge } else { Self::Unreadable }
    }
}
