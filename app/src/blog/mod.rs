//! The blog: posts, newest first. An opened guldkorn is a post among the others.

mod api;
mod pages;
mod teaser;
mod types;

#[cfg(feature = "ssr")]
pub mod markdown;
#[cfg(feature = "ssr")]
pub mod store;

pub use pages::{BlogPage, PostPage};
pub use teaser::TeaserList;
pub use types::{DoorRef, PostKind, PostView, Tag, Teaser};

#[cfg(feature = "ssr")]
pub(crate) use api::ask_post;
