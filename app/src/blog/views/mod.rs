//! How the blog looks.

mod aside;
mod contents;
mod face;
mod list;
mod post;
mod rendition;
mod teaser;

pub(crate) use contents::contents;
pub(super) use list::list_page;
pub(super) use post::post_page;
pub(super) use rendition::rendition_page;
pub use teaser::TeaserList;
