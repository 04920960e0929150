//! The SQL of searching.

mod hits;
mod similar_words;
#[cfg(test)]
mod tests;

pub(super) use hits::{count, hits};
pub(super) use similar_words::{SimilarWord, finds_anything, similar_words};
