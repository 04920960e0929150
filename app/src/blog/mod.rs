//! The blog: posts, newest first. An opened guldkorn is a post among the others.
//!
//! Its pages are only read, so all of it lives on the server (see `reading`).

mod aside;
mod feed;
mod image_words;
mod listing;
mod public;
pub mod store;
mod types;
mod views;

pub use aside::Aside;
pub use aside::load as load_aside;
pub use feed::{Feed, FeedEntry, FeedOf, feed};
pub(crate) use image_words::words_of;
pub use image_words::{ImageWords, image_words};
pub(crate) use listing::{Listing, list_page};
pub(crate) use public::{post_page, public_view};
pub use types::{DoorLink, PostView, Tag, Teaser};
pub use views::TeaserList;
