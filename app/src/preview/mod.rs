//! Previews: the real site as it will be, for staff, and for a reviewer outside who was given a link to one post.
//!
//! A [`Preview`] is a copy of the database in which the drafts are published, with a clock that stands at the chosen
//! moment. The real pages are rendered over it, so the public site knows nothing of previews: its own state never sees
//! the copy. `address` says where previews are, [`review_links`] are the links that are given away.

mod address;
mod build;
mod info;
pub mod review_links;
mod store;

pub use address::PreviewAddress;
pub use build::{Preview, PreviewTarget};
pub use info::{DoorInfo, PreviewInfo, UnsavedWords, edition_info, post_info};
