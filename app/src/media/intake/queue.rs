//! One picture at a time, and a short line: a flood of pictures neither fills the memory nor starves readers.

use tokio::sync::{Semaphore, SemaphorePermit};

use super::{Prepared, prepare};
use crate::media::PictureError;

static WORKER: Semaphore = Semaphore::const_new(1);
static LINE: Semaphore = Semaphore::const_new(6);

/// A place in the line for one picture. Taken before the picture is received, since it waits in memory.
pub struct QueuePermit {
    _in_line: SemaphorePermit<'static>,
}

impl QueuePermit {
    /// The next free place; none when the line is full.
    pub fn take() -> Option<Self> {
        Some(Self { _in_line: LINE.try_acquire().ok()? })
    }

    /// Makes a picture's variants, away from the threads that serve readers. The permits go along, so that the work
    /// counts also when nobody waits for it any longer.
    ///
    /// # Errors
    /// See [`PictureError`].
    pub async fn prepare(self, bytes: Vec<u8>) -> Result<Prepared, PictureError> {
        let worker = WORKER.acquire().await.map_err(|_| PictureError::Fault)?;
        let done = tokio::task::spawn_blocking(move || {
            let _held = (worker, self);
            prepare(&bytes)
        });
        done.await.unwrap_or_else(|error| {
            // A decoder met something that its makers had not thought of.
            tracing::error!(%error, "reading a picture broke off");
            Err(PictureError::Broken)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_line_has_an_end_and_moves_on() {
        let mut places: Vec<QueuePermit> = std::iter::from_fn(QueuePermit::take).collect();
        assert_eq!(places.len(), 6);
        let first = places.pop().unwrap();
        assert_eq!(first.prepare(b"not a picture".to_vec()).await.unwrap_err(), PictureError::WrongKind);
        assert!(QueuePermit::take().is_some());
    }
}
