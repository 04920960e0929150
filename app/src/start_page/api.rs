//! The start page's server function. It only reads what is public.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::calendar::EditionView;
use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};

/// The data of the start page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StartPageData {
    pub(super) vision: String,
    /// A sentence for search engines.
    pub(super) description: String,
    /// The current edition, in its season.
    pub(super) edition: Option<EditionView>,
    /// A sentence under the edition: how long it is until the first door opens, or thanks after the last day.
    pub(super) edition_note: Option<String>,
    /// Out of season: the edition to come and the latest one, as HTML; otherwise empty.
    pub(super) off_season_html: String,
    /// The newest posts, as HTML.
    pub(super) posts_html: String,
}

/// Returns the start page: a [`StartPageData`].
#[server(prefix = "/api", endpoint = "site/start", input = GetUrl, output = PageJson)]
pub async fn show_start() -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::handlers::start_page(&state).await?)
}
