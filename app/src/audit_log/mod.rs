//! The journal: who did what, and when.
//!
//! It is written in the transaction of the action itself, and the database lets nobody rewrite it (see
//! `migrations/0011_writing.sql`). Texts are named by their number; what they say, and what a withdrawn one said,
//! is not told here.

mod action;
pub mod store;

pub use action::AuditAction;
pub use store::{Subject, note, note_by_program};
