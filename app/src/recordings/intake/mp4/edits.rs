//! Which part of a track is heard.

use super::boxes::{Atom, read_whole};
use crate::recordings::RecordingError;
use crate::recordings::intake::input::Input;

/// More edits than anybody makes in a telephone.
const MOST: usize = 64;

/// The part of a track that is heard, in its ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) begin: u64,
    /// As long as there is sound, where it is more than that.
    pub(super) duration: u64,
}

impl Edit {
    /// Reads an edit list; none where all is heard. Silence before the sound is left out.
    ///
    /// # Errors
    /// `OtherSound` when it puts several parts together: its program has to make one of them.
    pub(super) fn read(
        input: &mut Input<'_>,
        list: Option<Atom>,
        movie_ticks: u32,
        ticks: u32,
    ) -> Result<Option<Self>, RecordingError> {
        let Some(list) = list else { return Ok(None) };
        let bytes = read_whole(input, list, 8 + MOST * 20).map_err(|_| RecordingError::OtherSound)?;
        let is_long = bytes.first() == Some(&1);
        let size = if is_long { 20 } else { 12 };
        let number = |entry: &[u8], at: usize| -> Option<i64> {
            if is_long {
                entry.get(at * 8..at * 8 + 8)?.try_into().ok().map(i64::from_be_bytes)
            } else {
                entry.get(at * 4..at * 4 + 4)?.try_into().ok().map(i32::from_be_bytes).map(i64::from)
            }
        };
        let mut heard = None;
        for entry in bytes.get(8..).unwrap_or_default().chunks_exact(size) {
            let (duration, begin) = number(entry, 0).zip(number(entry, 1)).ok_or(RecordingError::Broken)?;
            let Ok(begin) = u64::try_from(begin) else { continue };
            if heard.is_some() {
                return Err(RecordingError::OtherSound);
            }
            let duration = u64::try_from(duration).unwrap_or(0).min(u64::from(u32::MAX));
            let duration = match duration {
                0 => u64::MAX,
                movie => movie * u64::from(ticks) / u64::from(movie_ticks),
            };
            heard = Some(Self { begin, duration });
        }
        Ok(heard)
    }
}
