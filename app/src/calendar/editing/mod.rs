//! What staff do with editions: create, change and delete one, and see what is missing on its days.
//!
//! `parse` reads a form, `save` checks what a change does to readers and posts, `days` lists what hangs where.
//! `moves` tells which texts get another day or time, `labels` saves the days' names alone. `redirects` leads readers from an edition's former addresses to its present one.

mod create;
mod days;
mod delete;
mod error;
mod exported;
mod format;
mod labels;
mod moves;
mod parse;
mod record;
mod redirects;
mod save;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use create::{create, default_form};
pub(crate) use days::{Day, Hung, days};
pub(crate) use delete::delete;
pub(crate) use error::EditionError;
pub(crate) use exported::{ExportedEdition, add_exported, update_exported};
pub(crate) use format::{date_range, day_list, texts_in_words};
pub(crate) use labels::{LabelsError, save_labels};
pub(crate) use moves::{MovedDay, moved_days};
pub(crate) use record::EditionRecord;
pub use redirects::redirect_from;
pub(crate) use save::{Saved, save};
pub use store::former_slugs;
pub(super) use store::note_change;
pub(crate) use store::{all, find};
