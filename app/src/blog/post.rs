//! A public post with its neighbours, related posts and help numbers.

use super::related::related;
use super::types::PostView;
use super::{load_aside, store, views};
use crate::error::AppError;
use crate::page_metadata::{PageKind, TextMetadata, set_page_kind};
use crate::posts::{PostId, PostKind, RenditionKind, rendition};
use crate::state::AppState;
use crate::statistics::set_shown_text;
use crate::ui::Document;
use crate::{documents, markdown, media, paths, recordings, safety, site};

/// Renders `/inlagg/{slug}`.
///
/// # Errors
/// [`AppError::NotFound`] when the public may read no such post.
pub(crate) async fn post_page(state: &AppState, slug: &str) -> Result<Document, AppError> {
    let post = load_post(state, &[PostKind::Article, PostKind::Guldkorn], slug).await?;
    let aside = load_aside(state).await?;
    Ok(views::post_page(post, &aside))
}

/// Loads the public post with a slug, if it is of one of the kinds, and sets the page's metadata.
///
/// # Errors
/// [`AppError::NotFound`] when the public may read no such post.
pub(crate) async fn load_post(
    state: &AppState,
    kinds: &[PostKind],
    slug: &str,
) -> Result<PostView, AppError> {
    let now = state.clock.now_millis();
    let id = store::find_public(state.db.reader(), kinds, slug, now).await?;
    load(state, kinds, id).await
}

/// Renders the rendition of the public post of some kinds with a slug: in plain words, or in another language.
///
/// # Errors
/// [`AppError::NotFound`] when the public may read no such rendition.
pub(crate) async fn rendition_page(
    state: &AppState,
    kinds: &[PostKind],
    slug: &str,
    told: RenditionKind,
) -> Result<Document, AppError> {
    let now = state.clock.now_millis();
    let (id, _) = rendition::find_public(state.db.reader(), kinds, slug, told, now).await?;
    // Neither neighbours nor a social image: those are the original's.
    let of_page = kinds.contains(&PostKind::Page);
    let view = load(state, &[if of_page { PostKind::Page } else { PostKind::Rendition }], id).await?;
    Ok(views::rendition_page(view, told))
}

/// Loads a public post, which is shown as one of some kinds, and sets the page's metadata.
async fn load(state: &AppState, kinds: &[PostKind], id: PostId) -> Result<PostView, AppError> {
    let now = state.clock.now_millis();
    let reader = state.db.reader();
    let post = store::public_post(reader, id, now).await?;
    let in_blog = kinds.contains(&PostKind::Article);
    let [older, newer] = if in_blog { store::neighbours(reader, &post, now).await? } else { [None, None] };
    let related = if in_blog { related(state, post.head.id).await? } else { Vec::new() };
    let (page_title, description, help) = if post.sensitive {
        (site::safe_title(state).await?, String::new(), Some(safety::load_help(state).await?))
    } else {
        set_shown_text(id);
        (post.head.title.clone(), post.head.teaser.clone(), None)
    };
    let renditions = rendition::links(reader, id, now).await?;
    if !post.sensitive {
        rendition::set_alternates(&renditions);
    }
    let documents = documents::store::of_post(reader, id).await?;
    let recording = recordings::store::of_post(reader, id).await?;
    let guldkorn = post.guldkorn();
    let scope = post.scope;
    let (published, changed) = (post.head.public_from, post.changed_at(now));
    let mut heads = store::teasers(reader, vec![post.head], now).await?;
    let head = heads.pop().ok_or(AppError::NotFound)?;
    // A plain page does not show its age.
    if post.sensitive {
        set_page_kind(PageKind::Sensitive);
    } else if !kinds.contains(&PostKind::Page) {
        set_page_kind(PageKind::Text(TextMetadata {
            language: head.language.as_str(),
            author: post.author.clone(),
            published,
            changed,
            image: (in_blog && scope.in_social_media).then(|| {
                media::social_image(head.picture.as_ref(), |with| paths::post_image(&head.slug, with))
            }),
            tags: head.tags.iter().map(|tag| tag.name.clone()).collect(),
        }));
    }
    Ok(PostView {
        head,
        page_title,
        description,
        help,
        guldkorn,
        scope,
        minutes: reading_minutes(markdown::word_count(&post.body_markdown)),
        renditions,
        quote: post.quote,
        author: post.author,
        source: post.source,
        body_html: post.body_html,
        recording,
        documents,
        older,
        newer,
        related,
    })
}

/// Estimates the minutes that reading takes, at an unhurried 200 words a minute; at least one.
fn reading_minutes(words: usize) -> u32 {
    u32::try_from(words.div_ceil(200)).unwrap_or(u32::MAX).max(1)
}
