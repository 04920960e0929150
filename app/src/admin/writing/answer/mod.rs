//! The desk's answers: what it shows, and what its buttons do.

pub(super) mod acts;
pub(super) mod comparison;
pub(super) mod desk;
pub(super) mod doors;
pub(super) mod drafts;
pub(super) mod keeping;
mod late;
mod pressed;
pub(super) mod said;
pub(super) mod versions;
