//! The blog's server functions. Both only read what is public, and answer with a
//! [`Document`](crate::ui::Document).

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_data::PageData;

/// A page of the blog's list, from 1.
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
    PageData::pack(&super::views::list_page(super::types::PostList { posts, page, pages }))
}

/// A post of the blog.
#[server(prefix = "/api", endpoint = "blog/post", input = GetUrl)]
pub async fn show_post(slug: String) -> Result<PageData, AppError> {
    use super::types::PostKind;
    let state = crate::staff::guard::public()?;
    let post = super::public::public_view(&state, &[PostKind::Article, PostKind::Guldkorn], &slug).await?;
    PageData::pack(&super::views::post_page(post))
}
