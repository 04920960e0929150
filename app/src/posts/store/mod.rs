//! The SQL of posts: all that writes them, and all that staff read of them.

mod add;
mod address;
pub(crate) mod blank;
pub(crate) mod choices;
mod content;
pub(in crate::posts) mod copies;
pub mod derived;
pub mod doors;
pub mod drafts;
pub mod examples;
pub(super) mod exported;
pub(super) mod imported;
pub(crate) mod lists;
pub(crate) mod newest;
pub(crate) mod overview;
mod redirects;
pub mod revisions;
pub mod texts;
mod titles;
pub(crate) mod trash;

pub use add::{NewPost, add_post};
pub(super) use content::write_only_tags;
pub(crate) use content::{ContentRow, content_columns};
pub use content::{UNTITLED, write_content};
pub use redirects::{
    FormerAddress, former_addresses, redirect_from, remember_address, rename, taken_addresses, withdraw,
};
pub(super) use titles::titles;
