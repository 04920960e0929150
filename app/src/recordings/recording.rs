//! The recording of a text.

use super::{RecordingFormat, RecordingId};
use crate::documents::size_beside;
use crate::language::Beside;
use crate::paths;

/// A recording of a text, and what is said in it. Its file never changes: another one has another id.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Recording {
    /// Id, part of its address.
    pub id: RecordingId,
    /// The file's format.
    #[sqlx(try_from = "String")]
    pub format: RecordingFormat,
    /// The file's size.
    #[sqlx(try_from = "i64")]
    pub bytes: u64,
    /// How long it sounds, in milliseconds.
    #[sqlx(try_from = "i64")]
    pub millis: u64,
    /// What is said, where that is not the text word for word; plain text.
    pub transcript: String,
    /// Whether somebody has said that the text is what is said, word for word.
    pub is_verbatim: bool,
}

impl Recording {
    /// Returns the address of the file. It says nothing of whose voice it is or what it speaks of: it stands in lists of
    /// downloads, and on the locked screen of a telephone.
    pub fn path(&self) -> String {
        paths::recording(self.id, self.format.extension())
    }

    /// Returns "4 min 12 s".
    pub fn length(&self) -> String {
        length_in_words(self.millis)
    }

    /// Returns "MP3, 4,1 MB", or "MP3, 4.1 MB" in English.
    pub fn facts(&self, beside: Beside) -> String {
        format!("{}, {}", self.format.label(), size_beside(self.bytes, beside))
    }
}

/// Returns how long something sounds, in Swedish, in whole seconds.
pub(crate) fn length_in_words(millis: u64) -> String {
    let seconds = (millis + 500) / 1_000;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds}\u{a0}s"),
        (minutes, 0) => format!("{minutes}\u{a0}min"),
        (minutes, seconds) => format!("{minutes}\u{a0}min {seconds}\u{a0}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::length_in_words;

    #[test]
    fn a_length_is_said_in_minutes_and_seconds() {
        for (millis, words) in [
            (1_000, "1 s"),
            (59_499, "59 s"),
            (59_500, "1 min"),
            (252_300, "4 min 12 s"),
            (1_800_000, "30 min"),
        ] {
            assert_eq!(length_in_words(millis).replace('\u{a0}', " "), words, "{millis}");
        }
    }
}
