//! The SQL of public posts.

mod aside;
mod feed;
mod lists;
mod read;
mod rows;
mod sitemap;
#[cfg(test)]
mod tests;

pub use aside::{newest_links, publications, tag_counts};
pub use feed::{newest_in_blog, newest_in_edition, newest_with_tag};
pub use lists::{ALWAYS, count_between, count_with_tag, find_tag, posts_between, posts_with_tag};
pub use read::{find_public, neighbours, next_publication, public_post, related};
pub use rows::{PostRow, teasers};
pub use sitemap::{SitemapPost, sitemap_posts};
