//! The product from outside: its sources, its style sheets, and what it costs.
//!
//! A test that changes something of its whole process has a file of its own beside this folder.

#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod contrast;
mod direction;
mod interface_words;
#[cfg(target_os = "linux")]
mod picture_memory;
mod publicity;
mod sources;
