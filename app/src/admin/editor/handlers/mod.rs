//! What the editor shows, and what its buttons do.

pub(super) mod autosave;
pub(super) mod begin;
pub(super) mod comparison;
pub(super) mod doors;
pub(super) mod drafts;
mod late;
pub(super) mod load;
pub(super) mod message;
pub(super) mod revisions;
mod steps;
pub(super) mod submit;
