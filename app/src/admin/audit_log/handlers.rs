//! Loads a page of the audit log.

use super::query::AuditLogQuery;
use super::views;
use crate::admin::prerendered::PrerenderedAdminPage;
use crate::audit_log::{authors, count, entries};
use crate::error::AppError;
use crate::posts::store::newest;
use crate::state::AppState;
use crate::ui::render_to_string;

const PER_PAGE: u32 = 50;

/// Renders the page that a query selects; a page beyond the last is the last.
pub(in crate::admin) async fn page(state: &AppState, query: &str) -> Result<PrerenderedAdminPage, AppError> {
    let reader = state.db.reader();
    let query = AuditLogQuery::parse(query);
    let pages = count(reader, query.filter).await?.div_ceil(PER_PAGE).max(1);
    let query = AuditLogQuery { page: query.page.min(pages), ..query };
    let mut entries = entries(reader, query.filter, PER_PAGE, (query.page - 1) * PER_PAGE).await?;
    newest::entitle(reader, &mut entries).await?;
    let authors = authors(reader).await?;
    let title = if query.page > 1 { format!("Händelser, sida {}", query.page) } else { "Händelser".into() };
    Ok(PrerenderedAdminPage { title, html: render_to_string(views::page(&entries, &authors, query, pages)) })
}
