//! Backups: when one is due, which are kept, how the last one went, and what a restored site forgets.
//!
//! The server makes them (`server/src/backup`). `due` and `rotation` are pure: they see the time and the names of files.
//! `status` remembers how the nights went, for the dashboard, and `letter` tells the admins once when they go wrong.

mod access;
mod due;
mod kept;
mod letter;
mod rotation;
mod status;
mod store;
#[cfg(test)]
mod tests;

pub use access::end_all_access;
pub use due::is_due;
pub use kept::set_folder;
pub(crate) use kept::{gone_on, kept_in};
pub use letter::notify;
pub use rotation::{file_name, superseded};
pub use status::{BackupStatus, record_failure, record_success};
pub use store::{Content, content, media_files, status};
