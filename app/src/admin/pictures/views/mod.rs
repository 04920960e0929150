//! What the library looks like.

mod detail;
mod filters;
mod grid;
mod library;
mod removal;
mod upload;
mod uses;
mod words;

pub(super) use detail::{Detail, detail};
pub(super) use library::{Library, library};
