//! Documents to download: how they are taken in, who may have them, and how a text shows them.
//!
//! [`IncomingDocument`] is received piece by piece; `intake` judges it by its content; `change` adds it, replaces its
//! file and moves it to the bin; `store` has the SQL. `link` is the address by which a text names one, which tells size
//! and language. Files lie beside the pictures' (`media::files`). A document is public while a public text links to it:
//! triggers keep `post_documents` (`migrations/0035_documents.sql`).

pub(crate) mod change;
mod document;
mod error;
pub(crate) mod exported;
mod file_name;
mod format;
mod ids;
mod incoming;
pub mod intake;
mod link;
mod size_in_words;
pub mod store;

#[cfg(test)]
mod tests;

pub use document::Document;
pub(crate) use document::DocumentList;
pub use error::DocumentError;
pub(crate) use file_name::says_little;
pub use format::DocumentFormat;
pub use ids::{DocumentFileId, DocumentId};
pub use incoming::{FILE, IncomingDocument};
pub(crate) use link::DocumentLink;
pub(crate) use size_in_words::size_beside;
pub use size_in_words::size_in_words;
