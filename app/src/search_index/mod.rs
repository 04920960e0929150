//! The full-text index: what it holds of each post, and the language in which it is queried.
//!
//! Triggers keep titles, quotations and tags up to date (`migrations/0007_search.sql`). What SQL cannot do,
//! [`index_waiting`] does with each save. [`rebuild`] makes the whole of it again.

mod query;
mod rebuild;
mod store;
mod words;

pub(crate) use query::{MAX_LENGTH, Query, Term, match_expression};
pub use rebuild::{IndexDifferences, differences, is_damaged, rebuild};
pub(crate) use store::drop_deleted_words;
pub use store::index_waiting;
pub(crate) use words::{can_be_misspelt, distance, fold, halves};
