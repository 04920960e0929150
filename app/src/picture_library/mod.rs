//! The picture library: every picture that staff have sent, what it is used in, and what they do with it there.
//!
//! `uses` is the one place that knows what a picture is used in: the pages of the library, the rule that a used picture
//! is not thrown away, and `maintenance` ask it. A new column that names a picture is added to `store/settings.rs`, or to
//! `store/uses.rs` if it belongs to a text.

mod addresses;
mod filter;
mod picture;
mod uses;

#[cfg(test)]
mod tests;

pub(crate) mod replace;
pub(crate) mod store;
pub(crate) mod trash;
pub(crate) mod words;

pub(crate) use filter::{Filter, Shape, Shelf};
pub(crate) use picture::LibraryPicture;
pub use store::{all, missing_in_settings};
pub(crate) use uses::{LIBRARY_FLASH, PICTURE_FLASH, PictureUse, PostPlace, find_unused};
