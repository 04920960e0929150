//! The server functions of the page. Every change is answered by a redirect back to it.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::posts::TagId;

/// What the page of a tag begins with, in a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "the browser sends the form itself"))]
pub struct TagLook {
    /// A sentence or two; may be empty.
    introduction: String,
    /// Name of a drawing; empty to let it follow from the address.
    drawing: String,
}

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
    /// What its page began with when the form was made.
    #[server(default)]
    was: TagLook,
    /// The new name.
    #[server(default)]
    name: String,
    /// The new last part of its address.
    #[server(default)]
    slug: String,
    /// What its page is to begin with.
    #[server(default)]
    look: TagLook,
) -> Result<(), AppError> {
    use crate::posts::tags::TagForm;
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    let form = |name, slug, TagLook { introduction, drawing }| TagForm { name, slug, introduction, drawing };
    let was = form(was_name, was_slug, was);
    super::handlers::change(&state, &staff, id, &was, form(name, slug, look)).await
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
    /// Introduction and drawing of the tag that comes back.
    #[server(default)]
    look: TagLook,
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
    let TagLook { introduction, drawing } = look;
    let deleted = Deleted { name, slug, introduction, drawing, texts, former, into, given };
    super::handlers::restore(&state, &staff, deleted).await
}
