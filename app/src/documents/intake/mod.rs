//! What a file is, by its content and never by its name: which format, and whether anything in it would run.
//!
//! It is no virus scanner and no full parser of any format. What hides well is served all the same so that nothing of it
//! runs here: as an attachment, with its own type, in a sandbox (`server/src/documents`). What cannot be judged is refused.

mod pdf;
mod text;
mod zipped;

#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, Read as _, Seek as _};

use super::{DocumentError, DocumentFormat};

/// The largest document, in bytes.
pub const MOST_BYTES: u64 = 25 * 1024 * 1024;

/// How many bytes at the beginning tell what a file is.
const HEAD: usize = 1024;

/// How the document formats of the time before 2007 begin; encrypted newer ones, too.
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// What is known of a file that was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) format: DocumentFormat,
    /// How many pages it has, where that is easily told.
    pub(super) pages: Option<u32>,
    /// Whether a PDF tells screen readers its structure; none for other formats.
    pub(super) is_tagged: Option<bool>,
}

impl Judged {
    const fn of(format: DocumentFormat) -> Self {
        Self { format, pages: None, is_tagged: None }
    }
}

/// Judges a file. `sent_name` only tells a table from other plain text.
///
/// # Errors
/// The reason for which it is refused.
pub(super) fn judge(mut file: File, sent_name: &str) -> Result<Judged, DocumentError> {
    let mut head = Vec::with_capacity(HEAD);
    file.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(unreadable)?;
    file.rewind().map_err(unreadable)?;
    match &*head {
        [] => Err(DocumentError::NoFile),
        [b'%', b'P', b'D', b'F', b'-', ..] => pdf::judge(file),
        [b'P', b'K', 3, 4, ..] => zipped::judge(file),
        _ if head.starts_with(OLE) || head.starts_with(b"{\\rtf") => Err(DocumentError::OldKind),
        _ => text::judge(file, sent_name),
    }
}

fn unreadable(error: io::Error) -> DocumentError {
    DocumentError::internal("a document that was sent could not be read", &error)
}
