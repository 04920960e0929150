//! The form of a document.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::admin::SentDocument;
use app::documents::{DocumentError, IncomingDocument};
use app::text_input::normalize;

use crate::file_form::{FileSink, FormFault, FormShape, ReceivedForm};

pub(super) const SHAPE: FormShape = FormShape {
    fields: &["title", "language", "text", "replaces"],
    // More than any title.
    longest_field: 8 * 1024,
    // 25 megabytes over a slow mobile network.
    timeout: Duration::from_mins(8),
};

/// Returns what was sent by its form.
pub(super) fn sent(mut form: ReceivedForm<IncomingDocument>) -> SentDocument {
    SentDocument {
        title: form.take("title"),
        language: form.take("language"),
        text: form.take("text").parse().ok(),
        replaces: form.take("replaces").parse().ok(),
        file: form.file,
    }
}

impl FileSink for IncomingDocument {
    type Place = Arc<Path>;
    type Refusal = DocumentError;

    async fn begin(media_folder: &Arc<Path>, sent_name: &str) -> Result<Self, DocumentError> {
        Self::begin(media_folder, &normalize(sent_name)).await
    }

    async fn append(self, piece: Vec<u8>) -> Result<Self, DocumentError> {
        self.append(piece).await
    }
}

impl From<FormFault> for DocumentError {
    fn from(fault: FormFault) -> Self {
        match fault {
            FormFault::Unreadable => Self::Unreadable,
            FormFault::TooLarge => Self::TooLarge,
            FormFault::LongField => Self::LongTitle,
            FormFault::Slow => Self::Slow,
        }
    }
}
