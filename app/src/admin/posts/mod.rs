//! `/admin/inlagg`: every text but the pages, to be found, ordered and put in order; and `/admin/sidor`, the pages.
//!
//! What somebody wants to see lives in the address ([`filter`]). Ticked rows are one plain form with several buttons.

mod api;

#[cfg(feature = "ssr")]
mod choices;
#[cfg(feature = "ssr")]
pub(crate) mod filter;
#[cfg(feature = "ssr")]
mod handlers;
#[cfg(feature = "ssr")]
pub(crate) mod listed;
#[cfg(feature = "ssr")]
mod many;
#[cfg(feature = "ssr")]
#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use handlers::{list, pages};
