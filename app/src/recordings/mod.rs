//! Recordings: how they are taken in, who may have them, and how a page plays them.
//!
//! [`IncomingRecording`] is received piece by piece; `intake` recognises it by its content and builds the file that is stored,
//! of sound alone. `store` has the SQL; what staff do with the recording of a text is in `posts/recording.rs`. Files lie beside
//! the pictures' (`media::files`). A recording belongs to a text, and is public exactly while that is. Other texts are read aloud
//! by a voice of the reader's own device: `aloud/` holds the scripts.

mod error;
pub(crate) mod exported;
mod format;
mod ids;
mod incoming;
pub mod intake;
mod player;
mod read_aloud;
mod recording;
mod retention;
pub mod store;
mod transcript;

#[cfg(test)]
mod tests;

pub use error::RecordingError;
pub use format::RecordingFormat;
pub use ids::RecordingId;
pub use incoming::{FILE, IncomingRecording};
pub(crate) use incoming::{ReceivedRecording, keep};
pub(crate) use player::player;
pub use recording::Recording;
pub(crate) use recording::length_in_words;
pub(crate) use retention::{DAYS, declared};
pub(crate) use transcript::parse_transcript;
