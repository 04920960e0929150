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
    /// A sentence for search engines.
    pub(super) description: String,
    /// The vision and what stands with it, as HTML: in season the name of the edition, otherwise the whole band.
    pub(super) vision_html: String,
    /// The current edition, in its season.
    pub(super) edition: Option<EditionView>,
    /// What stands below: the best of the year when it is over, the newest posts, as HTML.
    pub(super) posts_html: String,
}

/// Returns the start page: a [`StartPageData`].
#[server(prefix = "/api", endpoint = "site/start", input = GetUrl, output = PageJson)]
pub async fn show_start() -> Result<PagePayload, AppError> {
    let state = crate::staff::guard::public()?;
    PagePayload::pack(&super::handlers::start_page(&state).await?)
}
