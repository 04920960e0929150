//! What the server keeps in memory of pages and files.

use tokio::sync::watch;

/// Tells those who keep pages and files in memory to forget them. What is out of date is never given to anybody, but it may
/// lie there until something takes its place. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Forgetting(watch::Sender<()>);

impl Forgetting {
    /// Returns a receiver that is woken by every erasure.
    pub fn subscribe(&self) -> watch::Receiver<()> {
        self.0.subscribe()
    }

    /// Has everybody who subscribes forget what they keep.
    pub(super) fn forget(&self) {
        self.0.send_replace(());
    }
}
