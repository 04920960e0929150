//! Care for readers at risk: whom to call, shown with every text marked sensitive, and a way to leave at once.
//!
//! A page needs to know nothing of it but this: where a sensitive text stands, a [`HelpBox`] stands under it. Its
//! mark in the page is what the style sheet and the script of the quick exit look for.

#[cfg(feature = "ssr")]
mod exit;
#[cfg(feature = "ssr")]
mod help;
#[cfg(feature = "ssr")]
mod help_box;
#[cfg(feature = "ssr")]
mod leave;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use {
    exit::{USUAL_EXIT, usable_exit},
    help::{Help, HelpNumber},
    help_box::HelpBox,
};

#[cfg(feature = "ssr")]
pub(crate) use {
    help::{help, is_long_ago},
    leave::{LeaveLink, QuickExit},
};
