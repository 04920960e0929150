//! Recordings of posts.

use serde::{Deserialize, Serialize};

use super::{Instant, PostUid, RecordingId};

/// The recording of a post that is in the export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// Its id on every site, part of its address.
    pub id: RecordingId,
    /// The post that it belongs to.
    pub post: PostUid,
    /// The ending of its file: "mp3", "m4a", "opus" or "wav".
    pub format: String,
    /// How long it sounds, in milliseconds.
    pub millis: u64,
    /// What is said, where that is not the text word for word: plain text.
    pub transcript: String,
    /// Whether somebody has said that the text is what is said, word for word.
    pub is_verbatim: bool,
    /// When it was sent.
    pub added_at: Instant,
    /// Size of the file.
    pub bytes: u64,
    /// SHA-256 of the file, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The file's path in the export.
    pub path: String,
}
