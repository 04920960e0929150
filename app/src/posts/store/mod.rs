//! The SQL of posts: all that writes them, and all that staff read of them.

/// The id of a new post: none that another one has had.
macro_rules! next_post_id {
    () => {
        "(select max(coalesce((select max(id) from posts), 0), (select number from last_post_id)) + 1)"
    };
}

mod add;
mod address;
pub(crate) mod blank;
pub(crate) mod choices;
mod content;
pub(in crate::posts) mod copies;
pub mod derived;
pub mod doors;
pub mod drafts;
pub(in crate::posts) mod erase;
pub mod examples;
pub(super) mod exported;
pub(super) mod imported;
pub(crate) mod lists;
pub(crate) mod newest;
pub(crate) mod overview;
mod redirects;
pub(crate) mod renditions;
pub mod revisions;
pub mod texts;
mod titles;
pub(crate) mod trash;

pub use add::{NewPost, NewRendition, add_post, add_rendition};
pub(super) use content::write_only_tags;
pub(crate) use content::{ContentRow, content_columns};
pub use content::{UNTITLED, write_content};
pub use redirects::{
    FormerAddress, former_addresses, redirect_from, remember_address, rename, taken_addresses, withdraw,
};
pub(crate) use renditions::address_slug;
pub use renditions::original_named;
pub(super) use titles::titles;
