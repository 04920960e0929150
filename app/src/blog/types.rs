//! What pages get to know of public posts.

use crate::calendar::Guldkorn;
use crate::media::Picture;
use crate::safety::Help;

/// A subject that posts share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The last part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A subject and how many public posts it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagCount {
    /// The subject.
    pub tag: Tag,
    /// How many posts.
    pub posts: u32,
}

/// A post by its address and title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostLink {
    /// The last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
}

impl From<(String, String)> for PostLink {
    fn from((slug, title): (String, String)) -> Self {
        Self { slug, title }
    }
}

/// The open door on which a guldkorn hangs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorLink {
    /// The edition's address.
    pub edition: String,
    /// The edition's title.
    pub edition_title: String,
    /// The door's number.
    pub day: u16,
}

/// A post in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teaser {
    /// The last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The day it became public: "7 december 2026".
    pub date: String,
    /// The same as yyyy-mm-dd.
    pub iso_date: String,
    /// A sentence or two.
    pub teaser: String,
    /// Its picture.
    pub picture: Option<Picture>,
    /// The door it hangs on.
    pub door: Option<DoorLink>,
    /// Its subjects.
    pub tags: Vec<Tag>,
}

/// A page of one of the blog's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostList {
    /// What kind of list it is: "Arkiv", "Etikett"; empty for the blog itself.
    pub kicker: &'static str,
    /// Its title.
    pub title: String,
    /// The title of the browser's tab.
    pub tab_title: String,
    /// The address of its first page.
    pub address: String,
    /// The posts, newest first.
    pub posts: Vec<Teaser>,
    /// Which page, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostView {
    /// What a list would show of it.
    pub head: Teaser,
    /// The title for the browser's tab, which on a sensitive post tells nothing.
    pub page_title: String,
    /// What search engines may show; empty on a sensitive post.
    pub description: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// Who is heard in it, such as "deltagare, 28 år"; may be empty.
    pub source: String,
    /// The text, rendered.
    pub body_html: String,
    /// How long it takes to read, in whole minutes.
    pub minutes: u32,
    /// For a guldkorn: how it is told.
    pub guldkorn: Option<Guldkorn>,
    /// What stands with a sensitive text.
    pub help: Option<Help>,
    /// The post before it in time.
    pub older: Option<PostLink>,
    /// The post after it in time.
    pub newer: Option<PostLink>,
    /// Posts that share its subjects.
    pub related: Vec<PostLink>,
}
