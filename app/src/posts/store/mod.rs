//! The SQL of writing.

mod add;
pub mod doors;
pub mod drafts;
pub mod lists;
pub mod overview;
mod put;
mod redirects;
pub mod revisions;
pub mod texts;
pub mod trash;

pub use add::{NewPost, add_post, add_tag};
pub use put::{UNTITLED, put, put_only_tags};
pub use redirects::{redirect_from, remember_address, rename, withdraw};
