//! The audit log: who did what, and when.
//!
//! An entry is written in the transaction of the action itself, and the database lets nobody rewrite it (triggers of
//! `migrations/0011_writing.sql`). Posts are named by their ids: the log repeats nothing of their content, so that a
//! withdrawn post is withdrawn here, too.

mod action;
mod actor;
mod retention;
mod store;

pub use action::AuditAction;
pub use actor::Actor;
pub(crate) use retention::declared;
pub use store::{AuditEntry, AuditFilter, AuditTarget, authors, count, entries, record, record_by_system};
