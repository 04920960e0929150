//! The calendar's server functions. They only read, and return of a door what is public at that instant.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// Returns an edition with its doors, as an [`EditionView`](super::types::EditionView).
#[server(prefix = "/api", endpoint = "calendar/edition", input = GetUrl, output = PageJson)]
pub async fn show_edition(slug: String) -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::handlers::edition(&state, &slug).await?)
}

/// Returns the present states of an edition's doors, as [`DoorStates`](super::types::DoorStates).
// Readers' endpoints keep their names: pages that are open in browsers call them.
#[server(prefix = "/api", endpoint = "calendar/board", input = GetUrl, output = PageJson)]
pub async fn show_door_states(slug: String) -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::handlers::door_states(&state, &slug).await?)
}

/// Returns the guldkorn behind a door, or when it opens, as a [`DoorContent`](super::types::DoorContent).
#[server(prefix = "/api", endpoint = "calendar/door", input = GetUrl, output = PageJson)]
pub async fn show_door(edition: String, day: u16) -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::handlers::door(&state, &edition, day).await?)
}
