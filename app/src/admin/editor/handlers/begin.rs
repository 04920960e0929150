//! Beginning a post.

use super::message;
use crate::error::AppError;
use crate::ids::EditionId;
use crate::paths;
use crate::posts::create::create;
use crate::posts::hang::hang;
use crate::posts::{Act, PostContent, PostError, PostForm, PostId, PostKind, PostState, PreparedContent};
use crate::staff::Staff;
use crate::staff::redirect::LocalPath;
use crate::staff::request_context::RequestContext;
use crate::state::AppState;

/// Begins a post and leads to its editor. When it cannot hang on the door that was named, it is begun without one.
pub(in crate::admin) async fn begin(
    state: &AppState,
    staff: &Staff,
    kind: &str,
    form: &str,
    (edition, day): (EditionId, u16),
) -> Result<(), AppError> {
    let kind = PostKind::parse(kind).unwrap_or(PostKind::Article);
    let content = PostContent::read(kind, &PostForm::from_iter([("form", form)]));
    let content = PreparedContent::prepare(kind, content).await?;
    let door = (edition > EditionId::NONE).then_some((edition, day));
    let (post, refusal) = match create_on(state, staff, &content, door).await {
        Ok(post) => (post, None),
        Err(refusal) => {
            let flash = message::refused(refusal)?;
            let post = create_on(state, staff, &content, None).await;
            (post.map_err(|_| AppError::Internal)?, Some(flash))
        }
    };
    let editor = paths::edit_post(post);
    if let Some(flash) = refusal {
        return message::redirect(state, &editor, &flash).await;
    }
    RequestContext::current()?.redirect(&LocalPath::parse(&editor).ok_or(AppError::NotFound)?);
    Ok(())
}

async fn create_on(
    state: &AppState,
    staff: &Staff,
    content: &PreparedContent,
    door: Option<(EditionId, u16)>,
) -> Result<PostId, PostError> {
    let mut act = match door {
        Some(_) => Act::begin(state, staff).await?,
        None => Act::begin_quietly(state, staff).await?,
    };
    let post = create(&mut act, content).await?;
    if let Some((edition, day)) = door {
        let there = act.door(edition, day).await?;
        // Somebody else was quicker. What is withdrawn leaves room for another text.
        if there.is_some_and(|there| there.post.is_some() && there.state != Some(PostState::Withdrawn)) {
            return Err(PostError::DoorTaken);
        }
        hang(&mut act, post, edition, day).await?;
    }
    act.commit().await?;
    Ok(post)
}
