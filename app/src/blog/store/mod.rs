//! The SQL of public posts.

mod aside;
mod feed;
mod lists;
mod public_texts;
mod read;
mod rows;
mod sitemap;
#[cfg(test)]
mod tests;

pub(crate) use aside::{newest_links, publications, tag_counts};
pub(crate) use feed::{newest_in_blog, newest_in_edition, newest_with_tag};
pub(crate) use lists::{
    ALWAYS, TagHead, count_between, count_with_tag, find_tag, posts_between, posts_by_id, posts_with_tag,
};
pub use public_texts::{PublicText, public_texts};
pub(crate) use read::{find_public, neighbours, next_publication, public_post, tagged};
pub(crate) use rows::{PostRow, TeaserRow, teasers};
pub use sitemap::{SitemapPost, sitemap_posts};
