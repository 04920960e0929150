//! A public post with what stands around it.

use super::types::{PostKind, PostView};
use super::{markdown, store};
use crate::error::AppError;
use crate::state::AppState;
use crate::{calendar, safety, site};

/// The public post at an address, if it is of one of the kinds.
///
/// # Errors
/// [`AppError::NotFound`] when there is none that the public may see.
pub(crate) async fn public_view(
    state: &AppState,
    kinds: &[PostKind],
    slug: &str,
) -> Result<PostView, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let id = store::find_public(reader, kinds, slug, now).await?;
    let post = store::public_post(reader, id, now).await?;
    let in_blog = kinds.contains(&PostKind::Article);
    let [older, newer] = if in_blog { store::neighbours(reader, &post, now).await? } else { [None, None] };
    let (page_title, description, help) = if post.sensitive {
        let help = safety::store::help_numbers(reader).await?;
        (site::store::safe_title(reader).await?, String::new(), help)
    } else {
        (post.title.clone(), post.teaser.clone(), Vec::new())
    };
    Ok(PostView {
        head: post.head(reader).await?,
        page_title,
        description,
        help,
        nugget: calendar::nugget_of(&post),
        minutes: reading_minutes(markdown::word_count(&post.body_markdown)),
        author: post.author,
        source: post.source,
        body_html: post.body_html,
        older,
        newer,
    })
}

/// At 200 words a minute, an unhurried pace, and never less than one.
fn reading_minutes(words: usize) -> u32 {
    u32::try_from(words.div_ceil(200)).unwrap_or(u32::MAX).max(1)
}
