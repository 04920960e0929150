//! Files that may be sent again.

use app::time::UnixMillis;
use axum::response::Response;
use http::{StatusCode, header};

use crate::page_cache::Snapshot;

/// The longest file that is kept in memory once it has been sent, in bytes.
const MAX_KEPT_BYTES: usize = 512 * 1024;

/// Says of a response that it is a whole file, or the `304` of one, and for how long it is true.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lasting {
    /// In bytes, as it is sent; 0 for a `304`.
    pub(super) length: usize,
    pub(super) while_true: While,
}

/// For how long a file is what its address names.
#[derive(Debug, Clone, Copy)]
pub(crate) enum While {
    /// As long as the program runs.
    Running,
    /// To this instant.
    Until(UnixMillis),
    /// As long as the content is the same, and before an instant. What is public then stays so, unless the clock is set back
    /// or consent ends.
    SameContent(Snapshot, UnixMillis),
}

impl While {
    pub(super) fn is_true(self, now: Snapshot) -> bool {
        match self {
            Self::Running => true,
            Self::Until(end) => now.millis < end,
            Self::SameContent(then, end) => {
                now.generation == then.generation && (then.millis..end).contains(&now.millis)
            }
        }
    }
}

/// Marks a response as a file that may be sent again, if it is short enough to be kept.
pub(crate) fn mark(response: &mut Response, while_true: While) {
    let length = match response.status() {
        StatusCode::NOT_MODIFIED => Some(0),
        _ => response
            .headers()
            .get(header::CONTENT_LENGTH)
            .and_then(|length| length.to_str().ok()?.parse().ok()),
    };
    if let Some(length) = length.filter(|length| *length <= MAX_KEPT_BYTES) {
        response.extensions_mut().insert(Lasting { length, while_true });
    }
}
