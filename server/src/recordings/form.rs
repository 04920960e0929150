//! The form of a recording.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::admin::SentRecording;
use app::recordings::{IncomingRecording, RecordingError};

use crate::file_form::{FileSink, FormFault, FormShape, ReceivedForm};

pub(super) const SHAPE: FormShape = FormShape {
    fields: &["transcript", "verbatim", "act"],
    // More than the longest transcript, in any alphabet.
    longest_field: 512 * 1024,
    // 60 megabytes over a slow mobile network.
    timeout: Duration::from_mins(20),
};

/// Returns what was sent by its form.
pub(super) fn sent(mut form: ReceivedForm<IncomingRecording>) -> SentRecording {
    SentRecording {
        transcript: form.take("transcript"),
        // A box that is not ticked is not sent.
        is_verbatim: !form.take("verbatim").is_empty(),
        act: form.take("act"),
        file: form.file,
    }
}

impl FileSink for IncomingRecording {
    type Place = Arc<Path>;
    type Refusal = RecordingError;

    /// The name is dropped: it may be that of whose voice it is.
    async fn begin(media_folder: &Arc<Path>, _: &str) -> Result<Self, RecordingError> {
        Self::begin(media_folder).await
    }

    async fn append(self, piece: Vec<u8>) -> Result<Self, RecordingError> {
        self.append(piece).await
    }
}

impl From<FormFault> for RecordingError {
    fn from(fault: FormFault) -> Self {
        match fault {
            FormFault::Unreadable => Self::Unreadable,
            FormFault::TooLarge => Self::TooLarge,
            FormFault::LongField => Self::LongTranscript,
            FormFault::Slow => Self::Slow,
        }
    }
}
