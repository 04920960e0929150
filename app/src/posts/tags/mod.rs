//! What staff do with the subjects of texts: name, rename, merge, delete, and take that back.

mod change;
mod names;
mod store;
pub mod tagging;
#[cfg(test)]
mod tagging_tests;
#[cfg(test)]
mod tests;

pub(crate) use change::{Deleted, TagError, add, change, delete, merge, restore};
pub use names::{is_same_tag, tag_named, tag_names, tag_spelling};
pub use store::redirect_from;
pub(crate) use store::{Subject, all};
