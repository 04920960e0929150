//! What writers do with several posts at once. Each redirects back to the list that it came from.
//!
//! Whether a writer may do it is checked for each post.

use crate::posts::PostId;
use leptos::prelude::*;

use crate::error::AppError;

/// Gives posts a tag.
#[server(prefix = "/api", endpoint = "text/tag_many")]
pub async fn tag_many(
    /// The ids of the posts.
    #[server(default)]
    posts: Vec<PostId>,
    /// The tag's name.
    #[server(default)]
    tag: String,
    /// Address of the list that it came from.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::act(
        &state,
        &staff,
        super::many::ManyAction::Tag,
        super::many::Many { posts, tag },
        &back,
    )
    .await
}

/// Takes a tag from posts.
#[server(prefix = "/api", endpoint = "text/untag_many")]
pub async fn untag_many(
    /// The ids of the posts.
    #[server(default)]
    posts: Vec<PostId>,
    /// The tag's name.
    #[server(default)]
    tag: String,
    /// Address of the list that it came from.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::act(
        &state,
        &staff,
        super::many::ManyAction::Untag,
        super::many::Many { posts, tag },
        &back,
    )
    .await
}

/// Moves posts to the trash.
#[server(prefix = "/api", endpoint = "text/trash_many")]
pub async fn trash_many(
    /// The ids of the posts.
    #[server(default)]
    posts: Vec<PostId>,
    /// Address of the list that it came from.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    let many = super::many::Many { posts, tag: String::new() };
    super::handlers::act(&state, &staff, super::many::ManyAction::MoveToTrash, many, &back).await
}

/// Restores posts from the trash.
#[server(prefix = "/api", endpoint = "text/take_back_many")]
pub async fn take_back_many(
    /// The ids of the posts.
    #[server(default)]
    posts: Vec<PostId>,
    /// Address of the list that it came from.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    let many = super::many::Many { posts, tag: String::new() };
    super::handlers::act(&state, &staff, super::many::ManyAction::RestoreFromTrash, many, &back).await
}
