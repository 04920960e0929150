//! `/admin/dokument`: the documents to download. All staff see them, writers send them and put them below texts, editors
//! change, replace and delete them. The rules are in `documents`.
//!
//! The file itself comes by a plain multipart form to the same address; the server receives it piece by piece
//! (`server/src/documents`) and hands it to [`receive_document`].

mod api;

#[cfg(feature = "ssr")]
mod attach;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod receive;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use handlers::{detail, list};
#[cfg(feature = "ssr")]
pub use receive::{SentDocument, receive_document};
