//! The SQLite database: one writer, many readers, and the migrations that shape it.

mod copy;
mod migrations;
mod pools;
mod swedish_order;

pub use migrations::MigrateError;
pub use pools::{Db, OpenError, WriteTransaction};
pub(crate) use swedish_order::swedish_order;
