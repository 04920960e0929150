//! The SQL of public posts.

mod aside;
mod feed;
mod lists;
mod read;
mod rows;
mod sitemap;
#[cfg(test)]
mod tests;

pub(crate) use aside::{newest_links, publications, tag_counts};
pub(crate) use feed::{newest_in_blog, newest_in_edition, newest_with_tag};
pub(crate) use lists::{ALWAYS, count_between, count_with_tag, find_tag, posts_between, posts_with_tag};
pub(crate) use read::{find_public, link_to, neighbours, next_publication, public_post, tagged};
pub(crate) use rows::{PostRow, teasers};
pub use sitemap::{SitemapPost, sitemap_posts};
