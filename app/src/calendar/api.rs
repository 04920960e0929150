//! The calendar's server functions. All of them only read, and tell of a door what is public right now.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// An edition with its doors: an [`EditionView`](super::types::EditionView).
#[server(prefix = "/api", endpoint = "calendar/edition", input = GetUrl, output = PageJson)]
pub async fn show_edition(slug: String) -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::public::edition(&state, &slug).await?)
}

/// How the doors of an edition stand, for a page that has been open for a while: a
/// [`Board`](super::types::Board).
#[server(prefix = "/api", endpoint = "calendar/board", input = GetUrl, output = PageJson)]
pub async fn show_board(slug: String) -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    let editions = super::store::public_editions(state.db.reader()).await?;
    let edition = editions.iter().find(|edition| edition.slug == slug).ok_or(AppError::NotFound)?;
    PagePayload::pack(&super::describe::board(edition, state.clock.now()))
}

/// What is behind a door: its guldkorn, or when it opens: a
/// [`DoorContent`](super::types::DoorContent).
#[server(prefix = "/api", endpoint = "calendar/door", input = GetUrl, output = PageJson)]
pub async fn show_door(edition: String, day: u16) -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::public::door(&state, &edition, day).await?)
}
