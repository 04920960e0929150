//! A text that was sent after its writer's session had ended.

use crate::error::AppError;
use crate::staff::visit::Visit;
use crate::staff::{Staff, flash};
use crate::state::AppState;
use crate::writing::keep::{Kept, keep};
use crate::writing::save::Save;
use crate::writing::{Manuscript, Standing, Typed, Work};

/// Makes it the writer's draft again, and tells whether there was one.
pub(super) async fn put_back(state: &AppState, staff: &Staff, work: &Work) -> Result<bool, AppError> {
    let late: Option<(i64, i64, Typed)> = flash::take_text(state, &Visit::here()?, work.id).await?;
    let Some((base, known, typed)) = late else { return Ok(false) };
    if work.standing == Standing::Trash {
        return Ok(false);
    }
    let text = Manuscript::read(work.kind, typed);
    let kept = keep(state, staff, Save { post: work.id, base, known, text: &text }).await?;
    Ok(matches!(kept, Kept::At(_)))
}
