//! How the blog looks.

mod aside;
mod list;
mod post;
mod teaser;

pub(super) use list::list_page;
pub(super) use post::post_page;
pub use teaser::TeaserList;
