//! A comment.

use super::mapping::Anchor;
use crate::ids::CommentId;
use crate::posts::Revision;
use crate::staff::StaffId;
use crate::time::UnixMillis;

/// Most characters of a comment.
pub(crate) const LONGEST: usize = 2000;
/// Most characters of the words that a comment is about.
pub(super) const LONGEST_QUOTE: usize = 500;
/// More comments on one text than anybody could read.
pub(super) const MOST: i64 = 500;

/// Who wrote a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Author {
    /// Somebody of the staff, by the name that colleagues see.
    Staff(StaffId, String),
    /// Somebody outside, by the name that they gave.
    Outside(String),
}

impl Author {
    /// Returns the name with what others have to know about it.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Self::Staff(_, name) => name.clone(),
            Self::Outside(name) => format!("{name} (utanför redaktionen)"),
        }
    }
}

/// A comment on a text, or an answer to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    pub(crate) id: CommentId,
    /// The comment that it answers; none for one that begins a thread.
    pub(crate) thread: Option<CommentId>,
    pub(crate) author: Author,
    pub(crate) body: String,
    pub(crate) written_at: UnixMillis,
    pub(crate) anchor: Anchor,
    /// The revision in which the words were last looked for.
    pub(super) revision: Revision,
    /// When somebody said that nothing more is to be done, and who.
    pub(crate) resolved: Option<(UnixMillis, String)>,
    /// When it was deleted; it can be taken back for thirty days.
    pub(crate) deleted_at: Option<UnixMillis>,
}
