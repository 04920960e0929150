//! Which posts the staff's list shows, and in which order.

use crate::posts::{GuldkornForm, PostStatus};
use crate::staff::StaffId;

/// Which posts, in which order, and which page of them. Pages are none of them: they have a list of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Words to search for, as typed.
    pub(crate) words: String,
    /// How far they have come; none: all but what is in the trash.
    pub(crate) status: Option<PostStatus>,
    pub(crate) kind: Option<FilterKind>,
    /// The last part of a tag's address; empty for all.
    pub(crate) tag: String,
    pub(crate) author: Option<Author>,
    /// Whether they are there in plain words (lättläst), or not; none for both.
    pub(crate) easy_read: Option<EasyRead>,
    /// In which year they were published, will be, or were last changed if neither.
    pub(crate) year: Option<i16>,
    pub(crate) sort: Sort,
    /// How many pages of the list to skip.
    pub(crate) skipped: u32,
}

/// What the posts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FilterKind {
    Article,
    /// Guldkorn of every form.
    Guldkorn,
    Form(GuldkornForm),
    Voice,
}

/// Whether posts are there in plain words (lättläst), as far as somebody has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EasyRead {
    There,
    Missing,
}

/// Who wrote the posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Author {
    /// The author's name under the post.
    Byline(String),
    /// The staff member who began it here.
    Begun(StaffId),
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Sort {
    /// What was changed last comes first.
    #[default]
    Changed,
    /// What became or becomes public last comes first.
    Published,
    /// By title.
    Title,
}
