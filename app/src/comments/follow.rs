//! Brings the words that comments are about up to the newest revision.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnection;

use super::comment::Comment;
use super::mapping::AnchorState;
use super::passages::Passages;
use super::store::comments;
use crate::error::AppError;
use crate::posts::diff::by_words;
use crate::posts::store::{revisions, texts};
use crate::posts::{Act, EditablePost, PostContent, PostId, Revision};
use crate::time::UnixMillis;

/// The revision that the program had added, once somebody has saved another.
const FIRST: Revision = Revision(1);

/// Follows the words that comments are about to the revision that an act has saved. A failure is logged and keeps nobody from
/// saving: the next look at the comments follows them anyway.
pub(crate) async fn follow(act: &mut Act<'_>, post: PostId, now: UnixMillis) {
    if let Err(error) = try_to_follow(act.connection(), post, now).await {
        tracing::error!(%error, %post, "the words that comments are about could not be followed");
    }
}

async fn try_to_follow(writer: &mut SqliteConnection, post: PostId, now: UnixMillis) -> Result<(), AppError> {
    let post = texts::load(writer, post, now).await?;
    if !comments::are_behind(writer, post.id, post.newest).await? {
        return Ok(());
    }
    let behind: Vec<_> = comments::of_post(&mut *writer, post.id).await?;
    for comment in brought_up(writer, &post, behind.clone()).await? {
        if !behind.contains(&comment) {
            comments::set_anchor(writer, &comment).await?;
        }
    }
    Ok(())
}

/// Returns comments as they stand in the newest revision, without writing anything.
pub(super) async fn brought_up(
    connection: &mut SqliteConnection,
    post: &EditablePost,
    mut all: Vec<Comment>,
) -> Result<Vec<Comment>, AppError> {
    let mut behind: BTreeMap<Revision, Vec<usize>> = BTreeMap::new();
    for (place, comment) in all.iter().enumerate() {
        if comment.anchor.state != AnchorState::Whole && comment.revision < post.newest {
            behind.entry(comment.revision).or_default().push(place);
        }
    }
    for (revision, places) in behind {
        let old = content_of(connection, post, revision).await?;
        let anchors: Vec<_> = places.iter().map(|place| all[*place].anchor.clone()).collect();
        let new = post.content.clone();
        let followed = tokio::task::spawn_blocking(move || {
            let (old, new) = (Passages::of(&old), Passages::of(&new));
            let difference = by_words(old.text(), new.text());
            let anchors = anchors.into_iter().map(|anchor| anchor.follow(&old, &new, &difference));
            anchors.collect::<Vec<_>>()
        });
        let followed = followed.await.map_err(|_| AppError::Internal)?;
        for (place, anchor) in places.into_iter().zip(followed) {
            let comment = &mut all[place];
            (comment.anchor, comment.revision) = (anchor, post.newest);
        }
    }
    Ok(all)
}

/// Returns what a post said in a revision. What the program had added is the first one as soon as there is another.
pub(super) async fn content_of(
    connection: &mut SqliteConnection,
    post: &EditablePost,
    revision: Revision,
) -> Result<PostContent, AppError> {
    if revision == post.newest {
        return Ok(post.content.clone());
    }
    Ok(revisions::content(connection, post.id, revision.max(FIRST)).await?)
}
