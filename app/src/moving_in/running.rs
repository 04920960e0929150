//! The run that is under way in this process.

use std::sync::{Arc, Mutex, PoisonError};

use crate::ids::MoveInId;
use crate::import::Progress;

/// The run that is under way in this process, if there is one. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<Mutex<Option<(MoveInId, Progress)>>>);

impl Running {
    /// Returns how far the run of an import has come.
    pub fn progress(&self, id: MoveInId) -> Option<Progress> {
        let running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        running.as_ref().filter(|(running, _)| *running == id).map(|(_, progress)| progress.clone())
    }

    pub(super) fn set(&self, running: Option<(MoveInId, Progress)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = running;
    }
}
