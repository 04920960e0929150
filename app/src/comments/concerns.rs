//! What waits for somebody: texts to read, changes that a reader wants, comments to answer.

use super::store::concerns as store;
use crate::error::AppError;
use crate::posts::{Language, PostId};
use crate::staff::StaffId;
use crate::state::AppState;

/// A text in which something waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Concern {
    pub(crate) post: PostId,
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) why: Why,
}

/// What waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// Somebody asks them to read it, with a line or without.
    Asked { by: String, note: String },
    /// Somebody wants changes.
    Changes { by: String, reason: String },
    /// So many threads wait for an answer.
    Comments(u32),
}

/// A text as the database has it.
#[derive(sqlx::FromRow)]
pub(super) struct ConcernRow {
    id: PostId,
    title: String,
    language: Language,
    name: String,
    words: String,
    number: u32,
}

/// Returns what waits for somebody.
pub(crate) async fn concerns(state: &AppState, staff: StaffId) -> Result<Vec<Concern>, AppError> {
    let reader = state.db.reader();
    let concern = |row: ConcernRow, why: fn(String, String, u32) -> Why| Concern {
        post: row.id,
        title: row.title,
        language: row.language,
        why: why(row.name, row.words, row.number),
    };
    let asked = store::asked(reader, staff).await?.into_iter();
    let wishes = store::wishes(reader, staff).await?.into_iter();
    let threads = store::threads(reader, staff).await?.into_iter();
    let asked = asked.map(|row| concern(row, |by, note, _| Why::Asked { by, note }));
    let wishes = wishes.map(|row| concern(row, |by, reason, _| Why::Changes { by, reason }));
    let threads = threads.map(|row| concern(row, |_, _, number| Why::Comments(number)));
    Ok(asked.chain(wishes).chain(threads).collect())
}
