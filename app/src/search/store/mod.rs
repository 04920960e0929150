//! The search index's SQL.

mod hits;
mod near;
#[cfg(test)]
mod tests;
mod write;

pub(super) use hits::{count, hits};
pub(super) use near::{NearWord, is_known, near_words};
pub use write::take_on;
