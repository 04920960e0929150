//! What staff do with editions: create, change and delete one, and see what is missing on its days.
//!
//! `parse` reads a form, `save` checks what a change does to readers and posts, `days` lists what hangs where.
//! `earlier` makes a new one from an earlier one. `moves` tells which days,
//! texts and doors a change moves, `undo` takes the last one back. `labels` saves the days' names alone. `redirects` leads readers from an edition's former addresses to its present one.

mod create;
mod days;
mod delete;
mod earlier;
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
mod undo;

pub(crate) use create::{create, default_form};
pub(crate) use days::{Day, Hung, days};
pub(crate) use delete::delete;
pub(crate) use earlier::{TextChoice, fields_with_year, form_after};
pub(crate) use error::EditionError;
pub(crate) use exported::{ExportedEdition, add_exported, update_exported};
pub(crate) use format::{date_range, day_list, texts_in_words};
pub(crate) use labels::{LabelsError, save_labels};
pub(crate) use moves::{MovedDay, Moves};
pub(crate) use record::EditionRecord;
pub use redirects::redirect_from;
pub(crate) use save::{Saved, save, set_state};
pub use store::former_slugs;
pub(super) use store::note_change;
pub(crate) use store::{all, find};
pub(crate) use undo::{LastChange, last_change, undo};
