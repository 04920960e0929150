//! The SQL of writing.

pub mod doors;
pub mod drafts;
mod put;
pub mod revisions;
pub mod texts;
pub mod trash;

pub use put::{UNTITLED, put, tag_named};
