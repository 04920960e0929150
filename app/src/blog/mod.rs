//! The blog: posts, newest first. An opened guldkorn is a post among the others.

mod api;
mod pages;

#[cfg(feature = "ssr")]
pub mod markdown;
#[cfg(feature = "ssr")]
mod public;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod teaser;
#[cfg(feature = "ssr")]
mod types;
#[cfg(feature = "ssr")]
mod views;

pub use pages::{BlogPage, PostPage};

#[cfg(feature = "ssr")]
pub(crate) use public::public_view;
#[cfg(feature = "ssr")]
pub use {
    teaser::TeaserList,
    types::{DoorRef, PostKind, PostView, Tag, Teaser},
};
