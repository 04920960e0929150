//! The SQLite database: one writer, many readers, and the migrations that shape it.

mod copy;
mod migrations;
mod pools;

pub use migrations::MigrateError;
pub use pools::{Db, OpenError, WriteTransaction};
