//! The reserves of an edition, beside its days.

mod api;

#[cfg(feature = "ssr")]
mod act;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use views::section;
