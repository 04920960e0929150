//! The blog's addresses.

use leptos::prelude::*;

use super::api::{list_posts, show_post};
use crate::error::AppError;
use crate::ui::{page, param, query, reading};

/// `/blogg`: the posts, newest first, a page at a time.
#[component]
pub fn BlogPage() -> impl IntoView {
    let load = async |number: String| match number.as_str() {
        "" => list_posts(1).await,
        number => list_posts(number.parse().map_err(|_| AppError::NotFound)?).await,
    };
    page(query("sida"), load, reading)
}

/// `/inlagg/{slug}`: a post.
#[component]
pub fn PostPage() -> impl IntoView {
    page(param("slug"), show_post, reading)
}
