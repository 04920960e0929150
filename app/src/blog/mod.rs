//! The blog: posts, newest first. An opened guldkorn is a post among the others.
//!
//! Its pages are only read, so all of it lives on the server (see `reading`).

mod aside;
mod former;
mod listing;
mod public;
pub mod store;
mod swedish_order;
mod types;
mod views;

pub use aside::Aside;
pub(crate) use aside::load as load_aside;
pub(crate) use former::{Former, former};
pub(crate) use listing::{Listing, list_page};
pub(crate) use public::{post_page, public_view};
use swedish_order::swedish_order;
pub use types::{DoorRef, PostKind, PostView, Tag, Teaser};
pub use views::TeaserList;
