//! The browser's document, events and network, for what readers' pages do in it.
//!
//! Readers' pages come as HTML and stay HTML. What reacts on them finds its elements by attributes, listens once, on the
//! document, and changes them in place; so it costs a fraction of what views in the browser would.

mod dom;
mod events;
mod fetch;
mod json;
mod page;

pub(crate) use dom::{address, find, find_all, focus, focused, set_present};
pub(crate) use events::{closest, is_plain_click, listen};
pub(crate) use fetch::{Answer, encode, fetch};
pub(crate) use json::Json;
pub(crate) use page::{fetch_page, is_shown, set_shown};
