//! What waits for somebody: texts to read, readings that they have asked for, changes that a reader wants, comments to answer.

use super::reading::OVERDUE;
use super::store::concerns as store;
use crate::error::AppError;
use crate::posts::{Language, PostId};
use crate::staff::StaffId;
use crate::state::AppState;
use crate::time::UnixMillis;

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
    Asked {
        by: String,
        note: String,
        /// Since when, if they have not answered for days.
        overdue_since: Option<UnixMillis>,
    },
    /// Others whom they have asked to read it have not answered for days: "Bo, Eva".
    Unanswered { by: String, since: UnixMillis },
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
    since: Option<UnixMillis>,
}

/// Returns what waits for somebody.
pub(crate) async fn concerns(state: &AppState, staff: StaffId) -> Result<Vec<Concern>, AppError> {
    let reader = state.db.reader();
    let overdue_until = state.clock.now_millis() - OVERDUE;
    let asked = store::asked(reader, staff, overdue_until).await?.into_iter();
    let unanswered = store::unanswered(reader, staff, overdue_until).await?.into_iter();
    let wishes = store::wishes(reader, staff).await?.into_iter();
    let threads = store::threads(reader, staff).await?.into_iter();
    let asked =
        asked.map(|row| row.concern(|by, note, _, overdue_since| Why::Asked { by, note, overdue_since }));
    let unanswered = unanswered.map(|row| {
        row.concern(|by, _, _, since| Why::Unanswered { by, since: since.unwrap_or(overdue_until) })
    });
    let wishes = wishes.map(|row| row.concern(|by, reason, _, _| Why::Changes { by, reason }));
    let threads = threads.map(|row| row.concern(|_, _, number, _| Why::Comments(number)));
    Ok(asked.chain(unanswered).chain(wishes).chain(threads).collect())
}

impl ConcernRow {
    /// Makes it what it is about.
    fn concern(self, why: impl FnOnce(String, String, u32, Option<UnixMillis>) -> Why) -> Concern {
        let Self { id: post, title, language, name, words, number, since } = self;
        Concern { post, title, language, why: why(name, words, number, since) }
    }
}
