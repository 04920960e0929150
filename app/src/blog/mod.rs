//! The blog: posts, newest first. A guldkorn whose door has opened is a post among the others.
//!
//! Its pages are prerendered, so all of it lives on the server (see [`prerendered`](crate::prerendered)).

mod aside;
mod feed;
mod panel;
mod picture_card_text;
mod post;
mod post_list;
mod related;
mod social_image_text;
pub(crate) mod store;
mod types;
mod views;

pub use crate::posts::tags::Tag;
pub use aside::{Aside, load_aside};
pub use feed::{Feed, FeedEntry, FeedKind, load_feed};
pub use panel::Panel;
pub use picture_card_text::{PictureCardText, picture_card_text};
pub(crate) use post::{load_post, post_page, rendition_page};
pub(crate) use post_list::{PostFilter, list_page};
pub use social_image_text::{SocialImageText, door_image_text, social_image_text};
pub use store::{PublicText, SitemapPost, public_texts, sitemap_posts};
pub use types::{DoorLink, PostView, Teaser};
pub use views::TeaserList;
pub(crate) use views::contents;
