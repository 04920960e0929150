//! The desk's answers: what it shows, and what its buttons do.

pub(super) mod acts;
pub(super) mod autosave;
pub(super) mod comparison;
pub(super) mod doors;
pub(super) mod drafts;
pub(super) mod flash;
mod late;
pub(super) mod load;
mod submitted;
pub(super) mod versions;
