//! What an editor's browser may ask of the tags' room. Whatever is changed is answered by a redirect back to it.

use crate::posts::TagId;
use leptos::prelude::*;

use crate::error::AppError;

/// Adds a tag.
#[server(prefix = "/api", endpoint = "tag/add")]
pub async fn add_tag(
    /// Its name.
    #[server(default)]
    name: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::add(&state, &staff, name).await
}

/// Gives a tag another name and address.
#[server(prefix = "/api", endpoint = "tag/change")]
pub async fn change_tag(
    /// The tag's number.
    #[server(default)]
    id: TagId,
    /// The name that it had when the form was made.
    #[server(default)]
    was_name: String,
    /// The address that it had when the form was made.
    #[server(default)]
    was_slug: String,
    /// The name.
    #[server(default)]
    name: String,
    /// The last part of its address.
    #[server(default)]
    slug: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::change(&state, &staff, id, (&was_name, &was_slug), (name, slug)).await
}

/// Makes a tag a part of another.
#[server(prefix = "/api", endpoint = "tag/merge")]
pub async fn merge_tags(
    /// The tag's number.
    #[server(default)]
    id: TagId,
    /// The other's.
    #[server(default)]
    into: TagId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::merge(&state, &staff, id, into).await
}

/// Deletes a tag.
#[server(prefix = "/api", endpoint = "tag/delete")]
pub async fn delete_tag(
    /// The tag's number.
    #[server(default)]
    id: TagId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::delete(&state, &staff, id).await
}

/// Puts a tag back that was deleted, or became a part of another.
#[server(prefix = "/api", endpoint = "tag/restore")]
pub async fn restore_tag(
    /// Its name.
    #[server(default)]
    name: String,
    /// The last part of its address.
    #[server(default)]
    slug: String,
    /// The numbers of its texts, with commas between.
    #[server(default)]
    texts: String,
    /// The addresses that it had before, with commas between.
    #[server(default)]
    former: String,
    /// The number of the tag that it became a part of.
    #[server(default)]
    into: TagId,
    /// The numbers of the texts that got that tag then, with commas between.
    #[server(default)]
    given: String,
) -> Result<(), AppError> {
    use crate::posts::tags::Deleted;
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::restore(&state, &staff, Deleted { name, slug, texts, former, into, given }).await
}
