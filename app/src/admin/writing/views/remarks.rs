//! What there is to mend in a text.

use crate::error::AppError;
use crate::state::AppState;
use crate::writing::{Manuscript, Work};

/// The remarks, finished.
pub(in crate::admin::writing) async fn remarks(
    _: &AppState,
    _: &Work,
    _: &Manuscript,
) -> Result<String, AppError> {
    Ok(String::new())
}
