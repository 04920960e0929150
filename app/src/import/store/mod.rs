//! All SQL of imports.

mod items;
mod redirects;

pub(crate) use items::{Known, add_erased, known, remember};
pub use redirects::old_addresses;
pub(crate) use redirects::stored;
pub(super) use redirects::{delete_redirect, find, known_paths, put, query_paths, redirects};
