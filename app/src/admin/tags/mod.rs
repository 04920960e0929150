//! `/admin/etiketter`: the tags of posts. All staff see them, editors change them. The rules are in `posts::tags`.

mod api;

#[cfg(feature = "ssr")]
mod drawings;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use handlers::page;
