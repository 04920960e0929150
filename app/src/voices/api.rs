//! The voices' server functions. Both only read what is public, and answer with a
//! [`Document`](crate::ui::Document).

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_data::PageData;

/// All voices, newest first.
#[server(prefix = "/api", endpoint = "voices/list", input = GetUrl)]
pub async fn list_voices() -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    let voices = super::store::extracts(state.db.reader(), state.clock.now_millis()).await?;
    PageData::pack(&super::views::voices_page(voices))
}

/// A voice's whole story.
#[server(prefix = "/api", endpoint = "voices/voice", input = GetUrl)]
pub async fn show_voice(slug: String) -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    let voice = crate::blog::public_view(&state, &[crate::blog::PostKind::Voice], &slug).await?;
    PageData::pack(&super::views::voice_page(voice))
}
