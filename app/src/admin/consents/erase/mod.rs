//! `/admin/inlagg/{id}/samtycke/ta-bort` and `/admin/samtycken/borttaget/{id}`: taking a story, or all of a person, back for good,
//! and the receipt of it. The rules are in `erasure`.

mod api;
mod backups;
mod found;
mod handlers;
mod receipt;
mod views;

pub(in crate::admin) use handlers::{confirm, receipt};
pub(super) use handlers::{pending, recent};
pub(super) use views::{hidden, recent_erasures};
