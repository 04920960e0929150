//! Posts of every kind.

use serde::{Deserialize, Serialize};

use super::{Instant, PictureId, PostUid};
use crate::posts::{AltMode, GuldkornForm, Language, PostContent, PostKind};

/// A post that is not in the trash and in which somebody has written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Its id on every site.
    pub uid: PostUid,
    /// What it is; never changes.
    pub kind: PostKind,
    /// The last part of its address, unique within the export.
    pub slug: String,
    /// What it is a rendition of; none for any other post.
    #[serde(default)]
    pub rendition: Option<Rendition>,
    /// How far it has come.
    pub state: State,
    /// Whether it tells of somebody, so that readers may have it only with that person's consent. Consent itself, and who the
    /// person is, are in no export: it has to be asked for on each site.
    #[serde(default)]
    pub tells_of_somebody: bool,
    /// From when readers have it, if it hangs on no door: then the door decides. In the future for one that is scheduled. Of
    /// one that readers do not have, when they had it.
    pub published_at: Option<Instant>,
    /// When it was begun.
    pub created_at: Instant,
    /// When it was last changed.
    pub updated_at: Instant,
    /// What it says: for readers, if they have it or will have it without anybody's further doing; otherwise as it was last
    /// saved.
    pub content: Content,
    /// What was saved later and not published yet, where readers have something else.
    pub unpublished: Option<Content>,
    /// Addresses under which readers have had it, in alphabetical order. Its own is among them when it was withdrawn: they
    /// are told that it is gone.
    pub former_slugs: Vec<String>,
}

/// That a post tells another one in plain words (lättläst) or in another language. Readers have it as long as they have that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rendition {
    /// The other one.
    pub original: PostUid,
    /// Whether it is in plain words; otherwise it is a translation into its content's language.
    pub easy_read: bool,
}

/// How far a post has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum State {
    /// Somebody is writing it.
    Draft,
    /// Its writer is done; somebody who may publish has to look at it.
    Ready,
    /// Readers have it, or will have it at its time.
    Published,
    /// It was taken away from readers.
    Withdrawn,
}

/// What a writer decides about a post. Every field may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The title.
    pub title: String,
    /// The last part of the address as somebody chose it; empty when it is made from the title. The address that the post
    /// has is [`Post::slug`].
    pub slug: String,
    /// The language that it is written in, as a BCP 47 tag.
    pub language: Language,
    /// How a guldkorn is told; none for other posts.
    pub form: Option<GuldkornForm>,
    /// What somebody said, in Markdown.
    pub quote: String,
    /// Who said or told it: "deltagare, 28 år".
    pub source: String,
    /// A sentence or two for lists; empty: taken from the text.
    pub teaser: String,
    /// Who wrote it, as readers are told.
    pub author: String,
    /// The text, in Markdown.
    pub body: String,
    /// The lead picture.
    pub picture: Option<PictureId>,
    /// The post's own words for those who do not see the picture. They are kept while others apply.
    pub picture_alt: String,
    /// Whose words apply: those of the library, the post's own, nobody's, or nobody has decided.
    pub picture_alt_mode: AltMode,
    /// The words under the picture.
    pub picture_caption: String,
    /// The addresses of the documents that stand below the text, in their order: `/dokument/{id}/{name}#{bytes}-{language}`.
    pub documents: Vec<String>,
    /// Whether it speaks of something that may put a reader at risk.
    pub sensitive: bool,
    /// Names of its tags, each once.
    pub tags: Vec<String>,
    /// When it is to become public, in local time of the site, as "2026-12-07T08:00"; empty for at once. Of a post that is
    /// published, [`Post::published_at`] says it.
    pub publish_at: String,
}

impl From<PostContent> for Content {
    fn from(content: PostContent) -> Self {
        // Named one by one, so that a new field is not forgotten here.
        let PostContent {
            title,
            slug,
            language,
            form,
            quote,
            source,
            teaser,
            author,
            body,
            picture,
            picture_alt,
            picture_alt_mode,
            picture_caption,
            documents,
            sensitive,
            tags,
            publish_at,
        } = content;
        Self {
            title,
            slug,
            language,
            form,
            quote,
            source,
            teaser,
            author,
            body,
            picture: picture.and_then(|id| id.parse().ok()),
            picture_alt,
            picture_alt_mode,
            picture_caption,
            documents,
            sensitive,
            tags,
            publish_at,
        }
    }
}

impl From<Content> for PostContent {
    fn from(content: Content) -> Self {
        let Content {
            title,
            slug,
            language,
            form,
            quote,
            source,
            teaser,
            author,
            body,
            picture,
            picture_alt,
            picture_alt_mode,
            picture_caption,
            documents,
            sensitive,
            tags,
            publish_at,
        } = content;
        Self {
            title,
            slug,
            language,
            form,
            quote,
            source,
            teaser,
            author,
            body,
            picture: picture.map(|id| id.to_string()),
            picture_alt,
            picture_alt_mode,
            picture_caption,
            documents,
            sensitive,
            tags,
            publish_at,
        }
    }
}
