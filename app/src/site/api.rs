//! The start page's server function. It only reads what is public.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::calendar::EditionView;
use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// What the start page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The site's vision.
    pub vision: String,
    /// What the site is, for search engines.
    pub description: String,
    /// In season: the edition itself.
    pub edition: Option<EditionView>,
    /// In season, before the first door opens: how long it is, in words. After the last day: thanks.
    pub begins: Option<String>,
    /// Off season: what is coming, and what there is to look back on, finished.
    pub off_season_html: String,
    /// The newest posts, finished.
    pub posts_html: String,
}

/// The start page: a [`Start`].
#[server(prefix = "/api", endpoint = "site/start", input = GetUrl, output = PageJson)]
pub async fn show_start() -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::start::start(&state).await?)
}
