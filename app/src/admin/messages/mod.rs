//! `/admin/meddelanden`: messages of the public about accessibility, and their answers. For editors; the rules are in
//! `feedback`.

mod api;

#[cfg(feature = "ssr")]
mod detail;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod list;

#[cfg(feature = "ssr")]
pub(super) use handlers::{detail, list};
