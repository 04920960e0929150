//! Tags: what staff do with them (add, rename, merge, delete, and undo that), and how posts get them.
//!
//! The rules of names and addresses are in `tag.rs`, beside what the pages tell when they are broken; all SQL is in
//! `store.rs`.

mod change;
mod drawing;
mod error;
mod store;
mod tag;
pub mod tagging;
#[cfg(test)]
mod tagging_tests;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use change::{Deleted, add, change, delete, merge, restore};
pub use drawing::Drawing;
pub(crate) use error::TagError;
pub(crate) use store::{ExportedTag, Joined, all, join, remember_former, slugs_and_names};
pub use store::{
    add_tag, circular_redirects, delete_circular_redirects, describe_tag, former_slugs, redirect_from,
    set_tags, spelling, tag_names,
};
pub(crate) use tag::TagRow;
pub use tag::{MAX_NAME, NAME_TOO_LONG, Tag, TagForm, is_same_tag, is_too_long, parse_names};
pub use view::TagList;
