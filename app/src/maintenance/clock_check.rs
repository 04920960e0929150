//! Whether the clock can be trusted with deleting.
//!
//! A machine that starts with its clock a year ahead would empty the trash at once. Nothing in one reading tells a wrong
//! clock from a server that was switched off for long, so the task remembers in the database what time its last run saw.
//! When more than a day lies between two runs, forwards or backwards, the clock has jumped, and nothing is deleted until
//! it has gone on from there for a day. In that day somebody may notice a wrong clock; a server that was merely switched
//! off deletes a day later (`docs/decisions/0010-nothing-is-deleted-by-a-jumping-clock.md`).

use super::{DAY, store};
use crate::db::Db;
use crate::time::{Clock, UnixMillis};

/// What the task knows of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct ClockRecord {
    pub(super) last_run_at: UnixMillis,
    pub(super) trusted_from: UnixMillis,
}

impl ClockRecord {
    /// Returns the record of a run at an instant, and by how many milliseconds the clock has jumped.
    fn of_run(now: UnixMillis, previous: Option<Self>) -> (Self, i64) {
        let since_last = previous.map(|previous| now - previous.last_run_at);
        match (previous, since_last) {
            (Some(previous), Some(passed)) if passed.abs() <= DAY => {
                (Self { last_run_at: now, trusted_from: previous.trusted_from }, 0)
            }
            // The first run knows no more of the clock than one after a jump.
            _ => (Self { last_run_at: now, trusted_from: now + DAY }, since_last.unwrap_or_default()),
        }
    }
}

/// Records that a run sees the clock, and returns whether it may delete anything. A clock that was moved by `--at` is
/// never trusted, and leaves no record.
pub(super) async fn is_trusted(db: &Db, clock: &Clock) -> Result<bool, sqlx::Error> {
    if clock.is_moved() {
        return Ok(false);
    }
    let now = clock.now_millis();
    let mut tx = db.write_quietly().await?;
    let previous = store::clock_record(&mut tx).await?;
    let (record, jump) = ClockRecord::of_run(now, previous);
    if jump != 0 {
        tracing::warn!(milliseconds = jump, "the clock has jumped: nothing is deleted for a day");
        store::shift_unused_marks(&mut tx, jump).await?;
    }
    store::set_clock_record(&mut tx, record).await?;
    tx.commit().await?;
    Ok(record.trusted_from <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 60 * 60_000;

    #[test]
    fn a_clock_is_trusted_a_day_after_it_jumped() {
        let start = UnixMillis(1_000 * DAY);
        let first = ClockRecord { last_run_at: start, trusted_from: start + DAY };
        assert_eq!(ClockRecord::of_run(start, None), (first, 0));
        for passed in [0, HOUR, DAY, -HOUR, -DAY] {
            let next = ClockRecord { last_run_at: start + passed, trusted_from: start + DAY };
            assert_eq!(ClockRecord::of_run(start + passed, Some(first)), (next, 0), "{passed}");
        }
        for jump in [DAY + 1, 365 * DAY, -DAY - 1, -365 * DAY] {
            let now = start + jump;
            let next = ClockRecord { last_run_at: now, trusted_from: now + DAY };
            assert_eq!(ClockRecord::of_run(now, Some(first)), (next, jump), "{jump}");
        }
    }
}
