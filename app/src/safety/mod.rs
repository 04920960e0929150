//! Care for readers at risk: whom to call, shown under every text marked sensitive.

mod help_box;
#[cfg(feature = "ssr")]
pub mod store;

pub use help_box::{HelpBox, HelpNumber};
