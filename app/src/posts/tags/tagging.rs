//! Giving tags to posts and taking them away, without anybody opening the posts.

use super::{is_same_tag, spelling};
use crate::audit_log::AuditAction;
use crate::posts::save::keep_original;
use crate::posts::store::revisions::{self, NewRevision};
use crate::posts::store::{drafts, write_only_tags};
use crate::posts::{Act, EditablePost, PostContent, PostError, PostId, PostStatus, Revision};

/// What is done with a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagging {
    /// Posts get it.
    Give,
    /// Posts lose it.
    Take,
}

/// What became of it for one post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagged {
    /// The post already had this tag, or already lacked it.
    Already,
    /// The tags have changed, for readers as well if they have the post.
    Done,
    /// A new revision has the other tags, and readers have another until somebody publishes it.
    Saved,
}

/// Gives a post a tag, or takes it away, as a new revision. What readers have changes at once when somebody does it who
/// may publish: then they get the revision that they have, with nothing else changed, and what was saved meanwhile
/// stays the newest. Drafts are carried over to it.
///
/// # Errors
/// `InTrash`.
pub async fn retag(
    act: &mut Act<'_>,
    post: PostId,
    name: &str,
    tagging: Tagging,
) -> Result<Tagged, PostError> {
    let post = act.post(post).await?;
    if post.status == PostStatus::Trash {
        return Err(PostError::InTrash);
    }
    let name = spelling(&mut act.tx, name).await?;
    let tagged = add_revisions(act, &post, &name, tagging).await?;
    if tagged != Tagged::Already {
        let action = if tagging == Tagging::Give { AuditAction::Tagged } else { AuditAction::Untagged };
        act.log_about(action, post.id, &name).await?;
    }
    Ok(tagged)
}

async fn add_revisions(
    act: &mut Act<'_>,
    post: &EditablePost,
    name: &str,
    tagging: Tagging,
) -> Result<Tagged, PostError> {
    let newest = tagging.applied(&post.content, name);
    let reaches_readers = post.may_be_decided_by(act.by);
    let published = if reaches_readers && post.has_changes_to_publish() {
        let published = revisions::content(&mut act.tx, post.id, post.published_revision).await?;
        tagging.applied(&published, name)
    } else {
        None
    };
    if newest.is_none() && published.is_none() {
        return Ok(Tagged::Already);
    }
    let newest = newest.unwrap_or_else(|| post.content.clone());
    let mut number = keep_original(act, post).await?;
    for content in published.iter().chain([&newest]) {
        number = number.next();
        let by = Some(act.by.id);
        let revision = NewRevision { number, content, by, saved_at: act.now, restored_from: None };
        revisions::add(&mut act.tx, post.id, revision).await?;
    }
    let for_readers = match &published {
        Some(content) => Some((number.before(), content)),
        None => (reaches_readers && !post.has_changes_to_publish()).then_some((number, &newest)),
    };
    if let Some((number, content)) = for_readers {
        write_only_tags(&mut act.tx, post.id, &content.tags, act.now).await?;
        revisions::set_published(&mut act.tx, post.id, number).await?;
    }
    carry_drafts(act, post, number, name, tagging).await?;
    Ok(if for_readers.is_some() { Tagged::Done } else { Tagged::Saved })
}

/// Changes the tag in drafts of the newest revision, too, and bases them on the new one, so that saving is no conflict.
async fn carry_drafts(
    act: &mut Act<'_>,
    post: &EditablePost,
    number: Revision,
    name: &str,
    tagging: Tagging,
) -> Result<(), PostError> {
    for (staff, mut draft) in drafts::all_from(&mut act.tx, post.id, post.newest).await? {
        draft.content = tagging.applied(&draft.content, name).unwrap_or(draft.content);
        draft.base_revision = number;
        drafts::save(&mut act.tx, post.id, staff, &draft).await?;
    }
    Ok(())
}

impl Tagging {
    /// Returns the content with or without the tag; none if that is how it is.
    fn applied(self, content: &PostContent, name: &str) -> Option<PostContent> {
        let has = content.tags.iter().any(|other| is_same_tag(other, name));
        if has == (self == Self::Give) {
            return None;
        }
        let mut content = content.clone();
        match self {
            Self::Give => content.tags.push(name.to_owned()),
            Self::Take => content.tags.retain(|other| !is_same_tag(other, name)),
        }
        Some(content)
    }
}
