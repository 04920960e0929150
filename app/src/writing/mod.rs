//! Writing: what staff do with texts before and after readers see them.
//!
//! A [`Manuscript`] is what somebody writes. It is kept as the writer's own draft while the writing goes on, saved
//! as a version, and put into `posts` when it may be read.

mod typed;

#[cfg(feature = "ssr")]
mod manuscript;

pub use typed::Typed;

#[cfg(feature = "ssr")]
pub use manuscript::Manuscript;
