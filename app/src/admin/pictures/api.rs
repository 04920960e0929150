//! The server functions of the library. Every change is answered by a redirect to a page that says what became of it.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Saves a picture's words.
#[server(prefix = "/api", endpoint = "picture/describe")]
pub async fn describe_picture(
    /// The picture.
    #[server(default)]
    id: String,
    /// The name by which staff find it.
    #[server(default)]
    name: String,
    /// Words for those who do not see it; may be empty.
    #[server(default)]
    alt: String,
    /// Words under the picture; may be empty.
    #[server(default)]
    caption: String,
    /// Who took it; may be empty.
    #[server(default)]
    credit: String,
) -> Result<(), AppError> {
    use crate::picture_library::words::PictureWords;
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    let words = PictureWords { name, alt, caption, credit };
    super::handlers::describe(&state, &staff, &id, words).await
}

/// Puts a picture that nothing uses into the trash.
#[server(prefix = "/api", endpoint = "picture/trash")]
pub async fn trash_picture(
    /// The picture.
    #[server(default)]
    id: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::trash(&state, &staff, &id).await
}

/// Takes a picture out of the trash.
#[server(prefix = "/api", endpoint = "picture/restore")]
pub async fn restore_picture(
    /// The picture.
    #[server(default)]
    id: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::restore(&state, &staff, &id).await
}

/// Puts the picture back whose place another one took.
#[server(prefix = "/api", endpoint = "picture/undo_replacement")]
pub async fn undo_replacement(
    /// The picture that took its place.
    #[server(default)]
    id: String,
) -> Result<(), AppError> {
    let (state, staff) = crate::staff::guard::require(crate::staff::Role::Editor).await?;
    super::handlers::undo_replacement(&state, &staff, &id).await
}

/// Finds pictures for the dialog in which one is chosen: [`Choices`](super::choices::Choices).
#[server(prefix = "/api", endpoint = "picture/choices", input = GetUrl, output = PageJson)]
pub async fn picture_choices(
    /// Words to search for.
    #[server(default)]
    words: String,
    /// Page of what is found, from 1.
    #[server(default)]
    page: usize,
) -> Result<PagePayload, AppError> {
    let (state, _) = crate::staff::guard::require(crate::staff::Role::Writer).await?;
    PagePayload::pack(&super::choices::find(&state, &words, page).await?)
}
