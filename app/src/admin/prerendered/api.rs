//! The one server function of rooms that are lists and plain forms.

use leptos::prelude::*;

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// The room at an address such as `/admin/handelser?sida=2`: a [`PrerenderedRoom`](super::PrerenderedRoom). Who may see
/// it, the room says.
#[server(prefix = "/api", endpoint = "staff/room", output = PageJson)]
pub async fn read_room(
    /// The room's address.
    #[server(default)]
    address: String,
) -> Result<PagePayload, AppError> {
    use super::address::RoomAddress;
    let (state, staff) = crate::staff::guard::require(RoomAddress::least_at(&address)).await?;
    let room = RoomAddress::at(&address).ok_or(AppError::NotFound)?;
    PagePayload::pack(&room.finish(&state, &staff).await?)
}
