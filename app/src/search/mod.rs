//! Search: a visitor's words are found in titles, quotations, tags and texts of everything that is public.
//!
//! The rank of a hit depends on that hit alone, never on numbers about the whole index, so that no result changes when
//! something is hung on a closed door.

#[cfg(feature = "ssr")]
mod highlighted;
#[cfg(not(feature = "ssr"))]
mod live;
#[cfg(feature = "ssr")]
mod query_string;
#[cfg(feature = "ssr")]
mod results;
#[cfg(feature = "ssr")]
mod spelling;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod types;
#[cfg(feature = "ssr")]
mod views;

#[cfg(not(feature = "ssr"))]
pub(crate) use live::listen;
#[cfg(feature = "ssr")]
pub(crate) use query_string::searched_words;
#[cfg(feature = "ssr")]
pub(crate) use results::results_page;
