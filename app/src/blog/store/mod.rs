//! The posts' SQL.

mod read;
mod rows;
#[cfg(test)]
mod tests;
mod write;

pub use read::{count_posts, find_public, latest_posts, neighbours, next_publication, public_post};
pub use rows::PostRow;
pub use write::{NewPost, add_post, add_tag};
