//! Ids of recordings.

use crate::media::id::random_id;

random_id! {
    /// Id of a recording: part of its address, and its folder in the media folder. Another file is another recording.
    RecordingId
}
