//! `/admin/inlagg`: every post but the pages, to be found, ordered and put in order; and `/admin/sidor`, the pages.
//!
//! What somebody wants to see lives in the address ([`address`]). Ticked rows are one plain form with several buttons.

mod api;

#[cfg(feature = "ssr")]
mod address;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
mod listed;
#[cfg(feature = "ssr")]
mod many;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use handlers::{list, pages};
