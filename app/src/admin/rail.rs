//! The navigation beside every admin page: what it needs to know of the site and of whoever is logged in.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::page_payload::{PageJson, PagePayload};
use crate::staff::Role;

/// What the navigation shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RailContent {
    /// The site's name.
    pub(super) site: String,
    pub(super) role: Role,
    /// Messages of the public without an answer; 0 for those who cannot answer.
    pub(super) unanswered: i64,
}

/// Loads the navigation: a [`RailContent`].
#[server(prefix = "/api", endpoint = "staff/rail", output = PageJson)]
pub async fn rail() -> Result<PagePayload, AppError> {
    let (state, staff) = crate::staff::guard::require(Role::Reviewer).await?;
    let settings = crate::site::store::settings(state.db.reader()).await?;
    let unanswered = if staff.role >= Role::Editor {
        crate::feedback::counts(state.db.reader(), state.clock.now_millis()).await?.waiting
    } else {
        0
    };
    PagePayload::pack(&RailContent { site: settings.name, role: staff.role, unanswered })
}
