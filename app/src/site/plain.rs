//! Plain pages, such as "Om".

use super::views;
use crate::blog::public_view;
use crate::error::AppError;
use crate::posts::PostKind;
use crate::state::AppState;
use crate::ui::Document;

/// `/{slug}`: a plain page.
///
/// # Errors
/// [`AppError::NotFound`] when there is none that the public may read.
pub(crate) async fn plain_page(state: &AppState, slug: &str) -> Result<Document, AppError> {
    Ok(views::plain_page(public_view(state, &[PostKind::Page], slug).await?))
}
