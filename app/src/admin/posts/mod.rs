//! `/admin/inlagg`: every text but the pages, to be found, ordered and put in order; and `/admin/sidor`, the pages.
//!
//! What somebody wants to see lives in the address ([`filter`]). Ticked rows are one plain form with several buttons.

mod api;

#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
mod choices;
#[cfg(feature = "ssr")]
mod filter;
#[cfg(feature = "ssr")]
mod listed;
#[cfg(feature = "ssr")]
mod many;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub(super) use answer::{list, pages};
