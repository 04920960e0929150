//! Care for readers at risk: whom to call, shown under every text marked sensitive.

#[cfg(feature = "ssr")]
mod help_box;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use help_box::{HelpBox, HelpNumber};
