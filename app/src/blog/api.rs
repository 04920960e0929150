//! The blog's server functions. All of them only read what is public.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_data::PageData;

/// A page of the blog's list, from 1: a [`PostList`](super::types::PostList).
#[server(prefix = "/api", endpoint = "blog/posts", input = GetUrl)]
pub async fn list_posts(page: u32) -> Result<PageData, AppError> {
    const PER_PAGE: u32 = 10;
    let state = crate::staff::guard::public()?;
    let now = state.clock.now_millis();
    let count = super::store::count_posts(state.db.reader(), now).await?;
    let pages = count.div_ceil(PER_PAGE).max(1);
    if page == 0 || page > pages {
        return Err(AppError::NotFound);
    }
    let posts = super::store::latest_posts(state.db.reader(), now, PER_PAGE, (page - 1) * PER_PAGE).await?;
    PageData::pack(&super::types::PostList { posts, page, pages })
}

/// A post of the blog: a [`PostView`](super::types::PostView).
#[server(prefix = "/api", endpoint = "blog/post", input = GetUrl)]
pub async fn show_post(slug: String) -> Result<PageData, AppError> {
    use super::types::PostKind;
    let state = crate::staff::guard::public()?;
    PageData::pack(&ask::post(&state, &[PostKind::Article, PostKind::Guldkorn], &slug).await?)
}

#[cfg(feature = "ssr")]
pub(crate) use ask::post as ask_post;

#[cfg(feature = "ssr")]
mod ask {
    use super::super::types::{PostKind, PostView};
    use super::super::{markdown, store};
    use crate::error::AppError;
    use crate::state::AppState;
    use crate::{calendar, safety, site};

    /// The public post at an address, with what stands around it.
    pub(crate) async fn post(state: &AppState, kinds: &[PostKind], slug: &str) -> Result<PostView, AppError> {
        let now = state.clock.now_millis();
        let reader = state.db.reader();
        let id = store::find_public(reader, kinds, slug, now).await?;
        let post = store::public_post(reader, id, now).await?;
        let in_blog = kinds.contains(&PostKind::Article);
        let [older, newer] =
            if in_blog { store::neighbours(reader, &post, now).await? } else { [None, None] };
        let words = markdown::word_count(&post.body_markdown);
        Ok(PostView {
            head: post.head(reader).await?,
            page_title: if post.sensitive {
                site::store::safe_title(reader).await?
            } else {
                post.title.clone()
            },
            nugget: calendar::nugget_of(&post),
            help: if post.sensitive { safety::store::help_numbers(reader).await? } else { Vec::new() },
            minutes: reading_minutes(words),
            author: post.author,
            source: post.source,
            body_html: post.body_html,
            sensitive: post.sensitive,
            older,
            newer,
        })
    }

    /// At 200 words a minute, an unhurried pace, and never less than one.
    fn reading_minutes(words: usize) -> u32 {
        u32::try_from(words.div_ceil(200)).unwrap_or(u32::MAX).max(1)
    }
}
