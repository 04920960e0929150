//! What a format yields: an item as it is to become a post.

use super::{ItemDates, ItemDocument, ItemPicture, OldAddress};
use crate::posts::{GuldkornForm, Language, PostKind};
use crate::time::UnixMillis;

/// Why an item that its source holds becomes a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DraftReason {
    /// It was one there.
    Draft,
    /// It waited there for somebody's approval.
    Pending,
    /// It was for those who work there alone.
    Private,
    /// It was behind a password.
    Password,
    /// It was for members, or for those who pay.
    Members,
    /// It was scheduled for a time that has passed.
    Missed,
    /// Nothing says when it came out, and an import never takes today for that.
    Undated,
    /// Part of it could not be understood, such as its front matter.
    Unclear,
}

impl DraftReason {
    /// Returns a name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Pending => "pending",
            Self::Private => "private",
            Self::Password => "password",
            Self::Members => "members",
            Self::Missed => "missed",
            Self::Undated => "undated",
            Self::Unclear => "unclear",
        }
    }

    /// Returns the reason in words.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Draft => "var utkast",
            Self::Pending => "väntade på godkännande",
            Self::Private => "var privat",
            Self::Password => "hade lösenord",
            Self::Members => "var för medlemmar",
            Self::Missed => "var schemalagt till en tid som har passerat",
            Self::Undated => "saknar datum",
            Self::Unclear => "kunde inte tolkas helt",
        }
    }
}

/// How far an item had come where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ItemStatus {
    /// Plainly public: everybody could read it.
    Public,
    /// To come out at `dates.published`.
    Scheduled,
    /// Anything else.
    Draft(DraftReason),
    /// Nothing tells: public when it has a date that has passed.
    #[default]
    Unsaid,
}

/// What the first pass tells of an item: enough to decide its address.
#[derive(Debug, Clone)]
pub struct IndexEntry {
    /// The source's own id, unique within the source. Never made of title or date.
    pub id: String,
    /// What a report calls it: a file's path, or a title.
    pub name: String,
    /// Decides the first step of its address: `/inlagg/…`, `/roster/…`, or none for a page.
    pub kind: PostKind,
    /// Plain text, from which its address is made when there is no wish.
    pub title: String,
    /// The last part of its address as its source has it, encoded or not; may be empty.
    pub slug: String,
    /// When it came out: of two that want one address, the older keeps it.
    pub published: Option<UnixMillis>,
    /// Every address by which readers or other items know it.
    pub addresses: Vec<OldAddress>,
}

/// An item as it is to become a post.
#[derive(Debug, Clone)]
pub struct Item {
    /// The source's own id, the same as in its [`IndexEntry`].
    pub id: String,
    /// What a report calls it, the same as in its [`IndexEntry`].
    pub name: String,
    /// The same as in its [`IndexEntry`].
    pub kind: PostKind,
    /// Plain text on one line; empty where the source has none.
    pub title: String,
    /// Markdown of this product. Links are resolved; pictures are placeholders of `pictures` ([`super::PictureList`]), and documents of
    /// `documents` ([`super::DocumentList`]).
    pub markdown: String,
    /// A sentence or two for lists; empty: taken from the text.
    pub summary: String,
    /// What its source says of who may read it.
    pub status: ItemStatus,
    /// When it was made, came out, was changed.
    pub dates: ItemDates,
    /// Names as the source spells them, in its order; those that are the same here are joined.
    pub tags: Vec<String>,
    /// Names to be shown: no accounts are made of them.
    pub authors: Vec<String>,
    /// Shown above the text and in lists, whether the text shows it or not.
    pub cover: Option<ItemPicture>,
    /// The pictures that its text shows, in the order of their placeholders.
    pub pictures: Vec<ItemPicture>,
    /// The documents that its text links to, in the order of their placeholders.
    pub documents: Vec<ItemDocument>,
    /// The language that it is written in; none: the site's first.
    pub language: Option<Language>,
    /// How a guldkorn is told; none for other posts.
    pub form: Option<GuldkornForm>,
    /// What somebody said, of a guldkorn or voice.
    pub quote: String,
    /// Who said it, as readers see the name.
    pub source: String,
    /// Whether it speaks of something that may put a reader at risk.
    pub sensitive: bool,
    /// How many visible characters its text had at its source, white space not counted, to be compared with what came out.
    /// `None` when the format cannot tell.
    pub visible_characters: Option<usize>,
}

impl Item {
    /// Returns an item that has nothing but what identifies it.
    pub fn new(id: impl Into<String>, name: impl Into<String>, kind: PostKind) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            kind,
            title: String::new(),
            markdown: String::new(),
            summary: String::new(),
            status: ItemStatus::Unsaid,
            dates: ItemDates::default(),
            tags: Vec::new(),
            authors: Vec::new(),
            cover: None,
            pictures: Vec::new(),
            documents: Vec::new(),
            language: None,
            form: None,
            quote: String::new(),
            source: String::new(),
            sensitive: false,
            visible_characters: None,
        }
    }
}
