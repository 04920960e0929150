//! Public posts as pages show them.

use super::panel::Panel;
use crate::calendar::Guldkorn;
use crate::consent::Scope;
use crate::documents::Document;
use crate::media::Picture;
use crate::posts::Language;
use crate::posts::rendition::RenditionLink;
use crate::posts::tags::{Drawing, Tag};
use crate::recordings::Recording;
use crate::safety::Help;

/// A tag and how many public posts have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagCount {
    /// The tag.
    pub tag: Tag,
    /// How many public posts of the blog have it.
    pub posts: u32,
}

/// A link to a post.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PostLink {
    /// Slug of the post.
    pub slug: String,
    /// Title of the post.
    pub title: String,
    /// Language of the title.
    pub language: Language,
}

/// A link to the open door on which a guldkorn hangs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorLink {
    /// Slug of the edition.
    pub edition: String,
    /// Title of the edition.
    pub edition_title: String,
    /// Day of the door, from 1.
    pub day: u16,
}

/// A post in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teaser {
    /// Slug of the post.
    pub slug: String,
    /// Title of the post.
    pub title: String,
    /// Language of title and text.
    pub language: Language,
    /// The day on which the post became public: "7 december", with the year unless it is the present one.
    pub date: String,
    /// The same day in the language beside the text, always with its year: a post is read for years.
    pub date_with_year: String,
    /// The same day as yyyy-mm-dd.
    pub iso_date: String,
    /// The year of that day.
    pub year: i16,
    /// A sentence or two, by hand or from the text.
    pub teaser: String,
    /// The post's own picture.
    pub picture: Option<Picture>,
    /// What lists show in place of a picture.
    pub panel: Panel,
    /// The door on which the post hangs.
    pub door: Option<DoorLink>,
    /// Tags of the post, by name.
    pub tags: Vec<Tag>,
}

/// A page of a list of posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostList {
    /// Kind of the list: "Arkiv", "Etikett"; empty for the list of all posts.
    pub kicker: &'static str,
    /// Heading of the page.
    pub title: String,
    /// Title of the browser's tab.
    pub tab_title: String,
    /// A sentence or two that begin the page; may be empty.
    pub introduction: String,
    /// The drawing that stands for a tag.
    pub drawing: Option<Drawing>,
    /// A sentence for search engines; empty for the list of all posts.
    pub description: String,
    /// Address of the list's first page.
    pub address: String,
    /// The posts, newest first.
    pub posts: Vec<Teaser>,
    /// Which page of the list, from 1.
    pub page: u32,
    /// How many pages the list has.
    pub pages: u32,
    /// The year of the posts, in a list of a year or a month.
    pub year: Option<i16>,
}

/// A post as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostView {
    /// What lists show of the post.
    pub head: Teaser,
    /// Title of the browser's tab; a neutral one if the post is sensitive.
    pub page_title: String,
    /// A sentence for search engines; empty if the post is sensitive.
    pub description: String,
    /// Name of the author; may be empty.
    pub author: String,
    /// What somebody said; empty for most.
    pub quote: String,
    /// Whose words they are, such as "deltagare, 28 år"; may be empty.
    pub source: String,
    /// The text as sanitised HTML.
    pub body_html: String,
    /// The recording of the text.
    pub recording: Option<Recording>,
    /// The documents below the text.
    pub documents: Vec<Document>,
    /// Reading time in whole minutes.
    pub minutes: u32,
    /// The post as a guldkorn, if it is one.
    pub guldkorn: Option<Guldkorn>,
    /// Where whom it tells of lets it be shown.
    pub scope: Scope,
    /// The help numbers under the text, if the post is sensitive.
    pub help: Option<Help>,
    /// The next older post of the blog.
    pub older: Option<PostLink>,
    /// The next newer post of the blog.
    pub newer: Option<PostLink>,
    /// Posts that share tags with this one.
    pub related: Vec<Teaser>,
    /// The links between the post and its renditions; none where it has none.
    pub(crate) renditions: Vec<RenditionLink>,
}
