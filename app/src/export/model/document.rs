//! Documents to download.

use serde::{Deserialize, Serialize};

use super::{DocumentId, Instant};
use crate::posts::Language;

/// A document that is not in the trash, or that a post has all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its id on every site, part of its address.
    pub id: DocumentId,
    /// What readers see as the name of its link.
    pub title: String,
    /// The language that it is written in, as a BCP 47 tag.
    pub language: Language,
    /// When it was added.
    pub created_at: Instant,
    /// The name of its file, which ends its address.
    pub file_name: String,
    /// The ending of that name in lower case: "pdf", "docx" and so on.
    pub format: String,
    /// When the file was sent.
    pub file_added_at: Instant,
    /// Size of the file.
    pub bytes: u64,
    /// SHA-256 of the file, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The file's path in the export.
    pub path: String,
}
