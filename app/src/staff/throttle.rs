//! The growing delay after failed log-ins with one address.
//!
//! A try is counted before its password is looked at and forgiven when it was right; otherwise a hundred
//! tries at the same time would all be the first. A try during the delay is neither looked at nor counted,
//! so nobody can keep the owner out for longer than the longest delay. Unknown addresses are counted, too:
//! the delay must not tell which addresses have an account.

use super::email::Email;
use super::store;
use crate::db::Db;

const SECOND: i64 = 1000;
/// Mistypings that cost nothing.
const FREE: i64 = 2;
const LONGEST: i64 = 4 * 60 * SECOND;
/// Failures older than this are forgotten. Waiting for it wins a guesser nothing: at the longest delay
/// there are fifteen tries an hour, and starting afresh gives fewer.
const MEMORY: i64 = 60 * 60 * SECOND;

/// Failed log-ins with one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Failures {
    /// How many in a row.
    pub(super) failures: i64,
    /// When the last was, in milliseconds UTC.
    pub(super) last_at: i64,
}

impl Failures {
    fn delay(self) -> i64 {
        match self.failures - FREE {
            ..=0 => 0,
            step @ 1..=16 => (SECOND << (step - 1)).min(LONGEST),
            _ => LONGEST,
        }
    }

    /// How long the next try has to wait, in whole seconds; none when it need not.
    fn wait(self, now: i64) -> Option<u32> {
        let gone = now - self.last_at;
        // The clock has been set back: what it says about the past is worth nothing.
        let left = if gone < 0 { 0 } else { self.delay() - gone };
        u32::try_from((left + SECOND - 1) / SECOND).ok().filter(|seconds| *seconds > 0)
    }
}

/// Counts a try as failed, or says how many seconds it has to wait, and then it was none.
pub(super) async fn count(db: &Db, email: &Email, now: i64) -> Result<Option<u32>, sqlx::Error> {
    let mut tx = db.write_quietly().await?;
    store::failures::forget(&mut tx, now - MEMORY).await?;
    let wait = store::failures::of(&mut tx, email).await?.and_then(|failures| failures.wait(now));
    if wait.is_none() {
        store::failures::add(&mut tx, email, now).await?;
    }
    tx.commit().await?;
    Ok(wait)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::Bench;
    use super::*;

    fn wait(failures: i64, gone: i64) -> Option<u32> {
        Failures { failures, last_at: 1_000_000 }.wait(1_000_000 + gone)
    }

    #[test]
    fn the_delay_doubles_from_the_third_failure_and_stops_growing() {
        assert_eq!((wait(1, 0), wait(2, 0)), (None, None));
        assert_eq!([3, 4, 5, 6].map(|failures| wait(failures, 0)), [Some(1), Some(2), Some(4), Some(8)]);
        assert_eq!([10, 11, 500].map(|failures| wait(failures, 0)), [Some(128), Some(240), Some(240)]);
    }

    #[test]
    fn a_clock_set_back_keeps_nobody_out() {
        assert_eq!(wait(500, -1), None);
    }

    proptest! {
        #[test]
        fn a_wait_ends_when_it_said(failures in 0_i64..2000, gone in 0_i64..400_000) {
            if let Some(seconds) = wait(failures, gone) {
                prop_assert!(seconds <= 240);
                prop_assert_eq!(wait(failures, gone + i64::from(seconds) * SECOND), None);
                prop_assert!(wait(failures, gone + i64::from(seconds - 1) * SECOND).is_some());
            }
        }
    }

    #[tokio::test]
    async fn tries_are_counted_until_they_have_to_wait_and_are_forgotten_after_an_hour() {
        let bench = Bench::new().await;
        let email = Email::parse("nobody@exempel.se").expect("plausible");
        let start = bench.now();
        for _ in 0..3 {
            assert_eq!(count(&bench.state.db, &email, start).await.expect("counts"), None);
        }
        assert_eq!(count(&bench.state.db, &email, start).await.expect("counts"), Some(1));
        assert_eq!(count(&bench.state.db, &email, start + 1000).await.expect("counts"), None);
        assert_eq!(count(&bench.state.db, &email, start + 1000).await.expect("counts"), Some(2));
        let later = start + 1000 + MEMORY;
        for _ in 0..3 {
            assert_eq!(count(&bench.state.db, &email, later).await.expect("counts"), None);
        }
    }
}
