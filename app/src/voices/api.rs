//! The voices' server functions. Both only read what is public.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use super::VoiceExtract;
use crate::blog::PostView;
use crate::error::AppError;

/// All voices, newest first.
#[server(prefix = "/api", endpoint = "voices/list", input = GetUrl)]
pub async fn list_voices() -> Result<Vec<VoiceExtract>, AppError> {
    let state = crate::staff::guard::public()?;
    Ok(super::store::extracts(state.db.reader(), state.clock.now_millis()).await?)
}

/// A voice's whole story.
#[server(prefix = "/api", endpoint = "voices/voice", input = GetUrl)]
pub async fn show_voice(slug: String) -> Result<PostView, AppError> {
    let state = crate::staff::guard::public()?;
    crate::blog::ask_post(&state, &[crate::blog::PostKind::Voice], &slug).await
}
