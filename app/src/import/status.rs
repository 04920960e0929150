//! Who may read an item here.

use super::{DraftReason, Item, ItemStatus, SourceDate};
use crate::posts::PostState;
use crate::time::UnixMillis;

/// Whether an item is published here, from when, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decided {
    pub(super) state: PostState,
    /// From when readers have it; of a draft, the date that it had.
    pub(super) date: Option<UnixMillis>,
    pub(super) reason: Option<DraftReason>,
}

/// Decides: only what was plainly public is published, under its own date. Now is never a date.
pub(super) fn decide(item: &Item, now: UnixMillis) -> Decided {
    let date = item.dates.published.and_then(SourceDate::millis);
    let reason = match (item.status, date) {
        (ItemStatus::Draft(reason), _) => Some(reason),
        (_, None) => Some(DraftReason::Undated),
        (ItemStatus::Scheduled, Some(date)) if date <= now => Some(DraftReason::Missed),
        _ => None,
    };
    let state = if reason.is_none() { PostState::Published } else { PostState::Draft };
    Decided { state, date, reason }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::posts::PostKind;

    #[test]
    fn only_what_was_plainly_public_is_published() {
        let (past, future) = (Some(10), Some(30));
        for (status, date, reason) in [
            (ItemStatus::Public, past, None),
            (ItemStatus::Public, future, None),
            (ItemStatus::Public, None, Some(DraftReason::Undated)),
            (ItemStatus::Unsaid, past, None),
            (ItemStatus::Unsaid, None, Some(DraftReason::Undated)),
            (ItemStatus::Scheduled, future, None),
            (ItemStatus::Scheduled, past, Some(DraftReason::Missed)),
            (ItemStatus::Scheduled, None, Some(DraftReason::Undated)),
            (ItemStatus::Draft(DraftReason::Password), past, Some(DraftReason::Password)),
        ] {
            let mut item = Item::new("1", "Ett", PostKind::Article);
            item.status = status;
            item.dates.published =
                date.map(|at| SourceDate::Instant(Timestamp::from_millisecond(at).unwrap()));
            let decided = decide(&item, UnixMillis(20));
            assert_eq!((decided.reason, decided.date), (reason, date.map(UnixMillis)), "{status:?} {date:?}");
            assert_eq!(decided.state == PostState::Published, reason.is_none());
        }
    }
}
