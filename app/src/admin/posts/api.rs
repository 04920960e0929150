//! What writers do with several texts at once. Each is answered by a redirect back to the list that it came from.
//!
//! Which texts a writer may do it with is asked again for each text.

use crate::posts::PostId;
use leptos::prelude::*;

use crate::error::AppError;

/// Gives texts a subject.
#[server(prefix = "/api", endpoint = "text/tag_many")]
pub async fn tag_many(
    /// The texts' numbers.
    #[server(default)]
    posts: Vec<PostId>,
    /// The subject's name.
    #[server(default)]
    tag: String,
    /// The list's address.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::act(&state, &staff, super::many::Act::Give, &super::many::Many { posts, tag }, &back)
        .await
}

/// Takes a subject from texts.
#[server(prefix = "/api", endpoint = "text/untag_many")]
pub async fn untag_many(
    /// The texts' numbers.
    #[server(default)]
    posts: Vec<PostId>,
    /// The subject's name.
    #[server(default)]
    tag: String,
    /// The list's address.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    super::handlers::act(&state, &staff, super::many::Act::Take, &super::many::Many { posts, tag }, &back)
        .await
}

/// Puts texts into the trash.
#[server(prefix = "/api", endpoint = "text/trash_many")]
pub async fn trash_many(
    /// The texts' numbers.
    #[server(default)]
    posts: Vec<PostId>,
    /// The list's address.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    let many = super::many::Many { posts, tag: String::new() };
    super::handlers::act(&state, &staff, super::many::Act::ThrowIn, &many, &back).await
}

/// Takes texts out of the trash.
#[server(prefix = "/api", endpoint = "text/take_back_many")]
pub async fn take_back_many(
    /// The texts' numbers.
    #[server(default)]
    posts: Vec<PostId>,
    /// The list's address.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    let many = super::many::Many { posts, tag: String::new() };
    super::handlers::act(&state, &staff, super::many::Act::TakeOut, &many, &back).await
}
