//! The posts' SQL.

mod addresses;
mod lists;
mod read;
mod rows;
mod shelves;
#[cfg(test)]
mod tests;
mod write;

pub use addresses::{former_address, rename, withdraw};
pub use lists::{count_between, count_tagged, find_tag, posts_between, posts_tagged};
pub use read::{find_public, neighbours, next_publication, public_post, related};
pub use rows::{PostRow, teasers};
pub use shelves::{newest_links, publications, tag_counts};
pub use write::{NewPost, add_post, add_tag};
