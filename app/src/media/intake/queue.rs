//! One picture at a time, and a short queue: a flood of pictures neither fills the memory nor starves readers.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::{Semaphore, SemaphorePermit};

use super::{PreparedPicture, prepare_with};
use crate::media::PictureError;

static WORKER: Semaphore = Semaphore::const_new(1);
static QUEUE: Semaphore = Semaphore::const_new(6);

/// A place in the queue for one picture. Taken before the picture is received, since it waits in memory.
pub struct QueuePermit {
    _in_queue: SemaphorePermit<'static>,
    /// The program that decodes HEIC, where the operator has turned that on.
    heic_decoder: Option<Arc<Path>>,
}

impl QueuePermit {
    /// Takes a free place; none when the queue is full.
    pub fn take() -> Option<Self> {
        Some(Self { _in_queue: QUEUE.try_acquire().ok()?, heic_decoder: None })
    }

    /// Lets a program decode HEIC, if there is one.
    #[must_use]
    pub fn with_heic_decoder(self, heic_decoder: Option<Arc<Path>>) -> Self {
        Self { heic_decoder, ..self }
    }

    /// Waits for a free place, for somebody who sends several pictures one after another.
    pub async fn wait() -> Option<Self> {
        Some(Self { _in_queue: QUEUE.acquire().await.ok()?, heic_decoder: None })
    }

    /// Makes a picture's variants on a thread for blocking work. The permits go along, so that the work counts also
    /// when nobody waits for its result any longer.
    ///
    /// # Errors
    /// See [`PictureError`].
    pub async fn prepare(self, bytes: Vec<u8>) -> Result<PreparedPicture, PictureError> {
        let heic_decoder = self.heic_decoder.clone();
        self.run(move || prepare_with(&bytes, heic_decoder.as_deref())).await
    }

    /// Works on a picture on a thread for blocking work, on one at a time.
    pub(in crate::media) async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce() -> Result<T, PictureError> + Send + 'static,
    ) -> Result<T, PictureError> {
        let worker = WORKER.acquire().await.map_err(|_| PictureError::Internal)?;
        let working = tokio::task::spawn_blocking(move || {
            let _permits = (worker, self);
            work()
        });
        working.await.unwrap_or_else(|error| {
            // A decoder panicked over the file.
            tracing::error!(%error, "preparing a picture panicked");
            Err(PictureError::Broken)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_queue_has_an_end_and_moves_on() {
        let mut permits: Vec<QueuePermit> = std::iter::from_fn(QueuePermit::take).collect();
        assert_eq!(permits.len(), 6);
        let first = permits.pop().unwrap();
        assert_eq!(first.prepare(b"not a picture".to_vec()).await.unwrap_err(), PictureError::WrongKind);
        assert!(QueuePermit::take().is_some());
    }
}
