//! `/admin/bilder`: the picture library, and a page for each picture. All staff see it, writers send pictures and describe
//! their own, editors replace and throw away. The rules are in `picture_library`; uploads are received by the server's
//! `uploads`.

mod api;

#[cfg(feature = "ssr")]
mod choices;
#[cfg(feature = "ssr")]
mod detail;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod replacement;
#[cfg(feature = "ssr")]
mod upload_report;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use {detail::detail, list::list};

#[cfg(feature = "ssr")]
pub use replacement::replace_picture;
#[cfg(feature = "ssr")]
pub use upload_report::{ReceivedFile, UploadReport};
