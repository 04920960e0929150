//! What surrounds every public page: its header and its footer.
//!
//! The server alone renders them. The client takes over what is between them, so neither their data nor their code has
//! to be sent to the browser.

mod data;
mod eu_statement;
mod footer;
mod header;
mod network;
mod theme;

pub use data::{Layout, load_layout};
pub(crate) use eu_statement::EuStatement;
pub(crate) use footer::{Footer, Funders};
pub(crate) use header::Header;
pub(crate) use theme::RememberedTheme;
