//! Making a new text of another one.

use super::store::copies;
use super::store::revisions::{self, NewRevision};
use super::{Act, EditablePost, PostContent, PostError, PostId, PreparedContent, Revision, create};
use crate::audit_log::AuditAction;
use crate::consent::store as ledger;

pub(crate) use super::store::copies::{CopiedFrom, copied_from};

/// Returns what a copy of a post says: its newest words, without address and time of its own.
pub(crate) async fn prepare(post: &EditablePost) -> Result<PreparedContent, PostError> {
    let content =
        PostContent { slug: String::new(), publish_at: String::new(), ..post.newest_words().clone() };
    Ok(PreparedContent::prepare(post.kind, content).await?)
}

/// Adds a draft that says what [`prepare`] returned, and returns its id. It remembers its source, and nothing else of it:
/// neither what was decided, nor who has read it, nor what whom it tells of has consented to. `about` tells the audit log where the source is.
pub(crate) async fn copy(
    act: &mut Act<'_>,
    source: PostId,
    content: &PreparedContent,
    about: &str,
) -> Result<PostId, PostError> {
    let post = create::create(act, content).await?;
    let number = Revision::NONE.next();
    let by = Some(act.by.id);
    let revision = NewRevision { number, content, by, saved_at: act.now, restored_from: None };
    revisions::add(&mut act.tx, post, revision).await?;
    revisions::set_published(&mut act.tx, post, number).await?;
    copies::add(&mut act.tx, post, source).await?;
    // The person has said yes to the other text, not to this one.
    ledger::mark_copy(&mut act.tx, post, source, act.now).await?;
    act.log_about(AuditAction::Copied, post, about).await?;
    Ok(post)
}
