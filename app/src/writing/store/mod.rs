//! The SQL of writing.

pub mod doors;
pub mod drafts;
mod put;
pub mod revisions;
mod tags;
pub mod texts;
pub mod trash;

pub use put::{UNTITLED, put, put_only_tags};
pub use tags::{is_same_tag, tag_named, tag_names, tag_spelling};
