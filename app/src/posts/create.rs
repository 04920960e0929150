//! Beginning a post.

use super::store::texts;
use super::{Act, PostError, PostId, PreparedContent};

/// Begins a post of which nothing is written but how it is to be told, and returns its id. The audit log speaks of it
/// from its first words on.
///
/// # Errors
/// When the database refuses.
pub async fn create(act: &mut Act<'_>, content: &PreparedContent) -> Result<PostId, PostError> {
    let post = texts::create(&mut act.tx, content, act.by.id, act.now).await?;
    act.note_title();
    Ok(post)
}
