//! The safe visit: help numbers with every sensitive post, and the quick exit.
//!
//! A page that shows a sensitive post puts a [`HelpBox`] under it. The box marks the page for the style sheet and the
//! script of the quick exit.

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
    exit::{DEFAULT_EXIT, usable_exit},
    help::{Help, HelpNumber},
    help_box::HelpBox,
};

#[cfg(feature = "ssr")]
pub(crate) use {
    help::{is_check_due, load_help},
    leave::LeaveLink,
};
