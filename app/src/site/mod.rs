//! The site's own settings: its name, address, menus, funders, and how staff change them.

mod accessibility;
mod address;
pub mod brand;
pub mod colours;
mod framers;
mod funding;
mod links;
mod own_address;
mod public_ids;
pub(crate) mod sections;
mod settings;
pub mod store;

pub use accessibility::{Accessibility, Compliance, Fault, Method, Reason, Situation};
pub use address::{address, own_host};
pub use framers::Framers;
pub use funding::{EuShare, EuSupport, Funder, Funding};
pub(crate) use links::{is_elsewhere, leads_somewhere};
pub use own_address::{OwnAddress, own_address};
pub use public_ids::PublicIds;
pub(crate) use sections::Section;
pub use settings::{Contact, MenuItem, Settings};
pub(crate) use settings::{PLACEHOLDER_NAME, safe_title};
