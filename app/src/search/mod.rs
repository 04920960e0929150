//! Search: what a visitor types is found in titles, quotations, tags and texts of everything that is public.
//!
//! The order of hits is worked out from each hit alone, never from numbers about the whole index, so that nothing in
//! an answer changes when something is hung on a closed door.

mod pages;
mod typed;

#[cfg(feature = "ssr")]
mod correction;
#[cfg(feature = "ssr")]
mod letters;
#[cfg(feature = "ssr")]
mod marked;
#[cfg(feature = "ssr")]
mod public;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod types;
#[cfg(feature = "ssr")]
mod views;

pub use pages::SearchPage;

#[cfg(feature = "ssr")]
pub(crate) use public::results;
#[cfg(feature = "ssr")]
pub(crate) use query::expression;
#[cfg(feature = "ssr")]
pub use store::take_on;
#[cfg(feature = "ssr")]
pub(crate) use typed::words_in;
