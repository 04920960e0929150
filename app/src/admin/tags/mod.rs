//! `/admin/etiketter`: the subjects of texts.
//!
//! All of the staff see them, editors change them. The rules are in `blog::subjects`.

mod api;

#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use answer::room;
