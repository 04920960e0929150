//! The voices' server functions. Both only read what is public.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::page_data::PageData;

/// All voices, newest first: a list of [`VoiceExtract`](super::VoiceExtract).
#[server(prefix = "/api", endpoint = "voices/list", input = GetUrl)]
pub async fn list_voices() -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    PageData::pack(&super::store::extracts(state.db.reader(), state.clock.now_millis()).await?)
}

/// A voice's whole story: a [`PostView`](crate::blog::PostView).
#[server(prefix = "/api", endpoint = "voices/voice", input = GetUrl)]
pub async fn show_voice(slug: String) -> Result<PageData, AppError> {
    let state = crate::staff::guard::public()?;
    PageData::pack(&crate::blog::ask_post(&state, &[crate::blog::PostKind::Voice], &slug).await?)
}
