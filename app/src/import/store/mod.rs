//! All SQL of imports.

mod items;
mod redirects;

pub(super) use items::{Known, known, remember};
pub use redirects::old_addresses;
pub(super) use redirects::{delete_redirect, find, known_paths, put, query_paths, redirects, stored};
