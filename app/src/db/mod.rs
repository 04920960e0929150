//! The SQLite database: one writer, many readers, and the migrations that shape it.

mod changes;
mod copy;
mod file_copy;
pub mod integrity;
mod migrations;
mod overwrite;
mod pools;
pub(crate) mod publicity;
mod schema;
mod swedish_order;
#[cfg(test)]
mod testing;
mod transaction;

pub(crate) use changes::total_changes;
pub use file_copy::{FileCopy, copy_to_file};
pub use migrations::{COPY_BEFORE_UPDATE, MigrateError, newest_schema};
pub use pools::{Db, OpenError};
pub use schema::{SchemaState, schema_state};
pub(crate) use swedish_order::swedish_order;
pub use transaction::WriteTransaction;
