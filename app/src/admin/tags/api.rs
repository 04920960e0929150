//! The server functions of the page. Every change is answered by a redirect back to it.

use leptos::prelude::*;

use crate::error::AppError;
use crate::posts::TagId;

/// Adds a tag.
#[server(prefix = "/api", endpoint = "tag/add")]
pub async fn add_tag(
    /// The tag's name.
    #[server(default)]
    name: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::add(&state, &staff, name).await
}

/// Gives a tag another name, address, introduction and drawing.
#[server(prefix = "/api", endpoint = "tag/change")]
pub async fn change_tag(
    /// The tag.
    #[server(default)]
    id: TagId,
    /// The name that it had when the form was made.
    #[server(default)]
    was_name: String,
    /// The address that it had when the form was made.
    #[server(default)]
    was_slug: String,
    /// The introduction that it had when the form was made.
    #[server(default)]
    was_introduction: String,
    /// The drawing that was chosen for it when the form was made.
    #[server(default)]
    was_drawing: String,
    /// The new name.
    #[server(default)]
    name: String,
    /// The new last part of its address.
    #[server(default)]
    slug: String,
    /// The new introduction.
    #[server(default)]
    introduction: String,
    /// Name of the new drawing; empty to let it follow from the address.
    #[server(default)]
    drawing: String,
) -> Result<(), AppError> {
    use crate::posts::tags::TagForm;
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    let was =
        TagForm { name: was_name, slug: was_slug, introduction: was_introduction, drawing: was_drawing };
    super::handlers::change(&state, &staff, id, &was, TagForm { name, slug, introduction, drawing }).await
}

/// Merges a tag into another.
#[server(prefix = "/api", endpoint = "tag/merge")]
pub async fn merge_tags(
    /// The tag.
    #[server(default)]
    id: TagId,
    /// The tag that stays.
    #[server(default)]
    into: TagId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::merge(&state, &staff, id, into).await
}

/// Deletes a tag.
#[server(prefix = "/api", endpoint = "tag/delete")]
pub async fn delete_tag(
    /// The tag.
    #[server(default)]
    id: TagId,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::delete(&state, &staff, id).await
}

/// Restores a tag that was deleted or merged into another.
#[server(prefix = "/api", endpoint = "tag/restore")]
pub async fn restore_tag(
    /// The tag's name.
    #[server(default)]
    name: String,
    /// The last part of its address.
    #[server(default)]
    slug: String,
    /// The sentences that begin its page.
    #[server(default)]
    introduction: String,
    /// The drawing that was chosen for it.
    #[server(default)]
    drawing: String,
    /// The ids of its posts, separated by commas.
    #[server(default)]
    texts: String,
    /// Its former slugs, separated by commas.
    #[server(default)]
    former: String,
    /// The tag that it was merged into.
    #[server(default)]
    into: TagId,
    /// The ids of the posts that got that tag by the merge, separated by commas.
    #[server(default)]
    given: String,
) -> Result<(), AppError> {
    use crate::posts::tags::Deleted;
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    let deleted = Deleted { name, slug, introduction, drawing, texts, former, into, given };
    super::handlers::restore(&state, &staff, deleted).await
}
