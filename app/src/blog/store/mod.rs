//! The posts' SQL.

mod feed;
mod lists;
mod read;
mod rows;
mod shelves;
mod sitemap;
#[cfg(test)]
mod tests;

pub use feed::{newest_in_blog, newest_in_edition, newest_of_tag};
pub use lists::{ALWAYS, count_between, count_tagged, find_tag, posts_between, posts_tagged};
pub use read::{find_public, neighbours, next_publication, public_post, related};
pub use rows::{PostRow, teasers};
pub use shelves::{newest_links, publications, tag_counts};
pub use sitemap::{ListedPost, listed_posts};
