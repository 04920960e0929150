//! The growing delay after failed log-ins.
//!
//! Failures are counted three times: with an account from a network, from a network whatever the account, and
//! with an account from anywhere. The first delays soon, the others late: a network may be a whole office, and an
//! account is also tried by strangers. These must not keep its owner out, so the last does not count in networks
//! that the owner has logged in from before.
//!
//! A try is counted before its password is looked at and forgiven when it was right; otherwise a hundred
//! tries at the same time would all be the first. A try during a delay is neither looked at nor counted,
//! so nobody can keep the owner out for longer than the longest delay. Unknown addresses are counted, too:
//! the delay must not reveal which addresses have an account.

use sqlx::sqlite::SqliteConnection;

use super::email::Email;
use super::network::Network;
use super::store;
use crate::db::{Db, WriteTransaction};
use crate::time::{DAY, HOUR, MINUTE, SECOND, UnixMillis};

/// Failures of one person that cost nothing: mistypings.
const FREE: i64 = 2;
/// Failures of everybody who tries an account from where its owner has not been, that cost nothing. With the delays
/// nobody gets more than twenty tries at a password in the first hour, and eight in each later one.
const FREE_ANYWHERE: i64 = 4;
/// Failures of a whole office, whatever the accounts, that cost nothing.
const FREE_TOGETHER: i64 = 20;
const LONGEST_DELAY: i64 = 8 * MINUTE;
/// Failures older than this are deleted. Waiting for it wins a guesser nothing: at the longest delay
/// there are eight tries an hour, and starting afresh gives fewer.
pub(super) const MEMORY: i64 = HOUR;
/// A network that somebody has not logged in from for so long is as good as any other.
pub(super) const NETWORK_MEMORY: i64 = 30 * DAY;

/// A counter of failed log-ins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Failures {
    /// How many in a row.
    pub(super) failures: i64,
    /// When the last one was.
    pub(super) last_at: UnixMillis,
}

impl Failures {
    fn delay(self, free: i64) -> i64 {
        match self.failures - free {
            ..=0 => 0,
            step @ 1..=16 => (SECOND << (step - 1)).min(LONGEST_DELAY),
            _ => LONGEST_DELAY,
        }
    }

    /// Returns how many seconds the next try has to wait; `None` when it need not.
    fn wait(self, free: i64, now: UnixMillis) -> Option<u32> {
        let elapsed = now - self.last_at;
        // A clock that was set back says nothing about the past.
        let left = if elapsed < 0 { 0 } else { self.delay(free) - elapsed };
        u32::try_from((left + SECOND - 1) / SECOND).ok().filter(|seconds| *seconds > 0)
    }
}

/// Returns the counters that a try belongs to, as e-mail, network, and how many failures cost nothing.
async fn counters<'a>(
    tx: &mut WriteTransaction,
    email: &'a str,
    network: Network,
    name: &'a str,
) -> Result<Vec<(&'a str, &'a str, i64)>, sqlx::Error> {
    let mut counters = vec![(email, name, FREE)];
    if network.is_known() {
        counters.push(("", name, FREE_TOGETHER));
    }
    if !store::networks::is_known(tx, email, name).await? {
        counters.push((email, "", FREE_ANYWHERE));
    }
    Ok(counters)
}

/// Counts a try as failed and commits it. Returns how many seconds it has to wait instead, and then does not count it.
pub(super) async fn count(
    db: &Db,
    email: &Email,
    network: Network,
    now: UnixMillis,
) -> Result<Option<u32>, sqlx::Error> {
    let name = network.to_string();
    let mut tx = db.write_quietly().await?;
    forget(&mut tx, now).await?;
    let counters = counters(&mut tx, email.as_str(), network, &name).await?;
    let mut longest = None;
    for (email, network, free) in &counters {
        let failures = store::failures::find(&mut tx, email, network).await?;
        longest = longest.max(failures.and_then(|failures| failures.wait(*free, now)));
    }
    if longest.is_none() {
        for (email, network, _) in counters {
            store::failures::add(&mut tx, email, network, now).await?;
        }
    }
    tx.commit().await?;
    Ok(longest)
}

/// Deletes the failures and networks that are too old to count.
pub(super) async fn forget(writer: &mut SqliteConnection, now: UnixMillis) -> Result<(), sqlx::Error> {
    store::failures::delete_older(writer, now - MEMORY).await?;
    store::networks::delete_older(writer, now - NETWORK_MEMORY).await
}

/// Takes back a try that was counted and was right. Others' failures with the account stay: they go on guessing.
pub(super) async fn forgive(
    tx: &mut WriteTransaction,
    email: &Email,
    network: Network,
) -> Result<(), sqlx::Error> {
    let name = network.to_string();
    for (email, network, free) in counters(tx, email.as_str(), network, &name).await? {
        if free == FREE {
            store::failures::delete(tx, email, network).await?;
        } else {
            store::failures::subtract(tx, email, network).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "throttle_tests.rs"]
mod tests;
