//! How much one network may send, and how often it may guess receipt numbers.
//!
//! Networks are known by a hash with a salt of the day, and only in memory: after midnight, and after a restart, nobody can
//! say any more who sent something.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest as _, Sha256};

use crate::staff::network::Network;
use crate::time::{DAY, HOUR, UnixMillis};

/// How long something is counted.
pub(super) const WINDOW: i64 = HOUR;
/// Messages of one network: a house with a meeting in it sends as many, a person hardly.
const MESSAGES: u32 = 5;
/// Messages of everybody together.
const MESSAGES_TOGETHER: u32 = 60;
/// Wrong receipt numbers of one network. Nobody guesses one; this keeps the database from being asked all day.
const GUESSES: u32 = 10;
/// Behind a proxy that does not say who is who, everybody is one network.
const UNKNOWN_FACTOR: u32 = 10;
/// More networks in an hour are a flood; from then on only the limit for all together counts.
const MAX_NETWORKS: usize = 10_000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Counted {
    Message,
    Guess,
}

/// The counters of this day. Clones share them.
#[derive(Clone, Default)]
pub(super) struct Limits(Arc<Mutex<Counters>>);

#[derive(Default)]
struct Counters {
    day: i64,
    salt: [u8; 32],
    counts: HashMap<(Counted, [u8; 32]), Count>,
    together: Count,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    since: UnixMillis,
    number: u32,
}

impl Count {
    fn now(&mut self, now: UnixMillis) -> u32 {
        if !(0..WINDOW).contains(&(now - self.since)) {
            *self = Self { since: now, number: 0 };
        }
        self.number
    }
}

impl Limits {
    /// Whether a network may send one more message.
    pub(super) fn may_send(&self, network: Network, now: UnixMillis) -> bool {
        let mut counters = self.lock(now);
        counters.together.now(now) < MESSAGES_TOGETHER
            && counters.is_within(Counted::Message, network, MESSAGES, now)
    }

    /// Counts a message that was stored.
    pub(super) fn sent(&self, network: Network, now: UnixMillis) {
        let mut counters = self.lock(now);
        counters.together.number += 1;
        counters.add(Counted::Message, network, now);
    }

    /// Whether a network may try one more receipt number.
    pub(super) fn may_guess(&self, network: Network, now: UnixMillis) -> bool {
        self.lock(now).is_within(Counted::Guess, network, GUESSES, now)
    }

    /// Counts a number that was wrong.
    pub(super) fn guessed(&self, network: Network, now: UnixMillis) {
        self.lock(now).add(Counted::Guess, network, now);
    }

    /// Returns the counters, with a new salt and nothing in them when a new day has begun.
    fn lock(&self, now: UnixMillis) -> MutexGuard<'_, Counters> {
        let mut counters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let day = now.0.div_euclid(DAY);
        if counters.day != day || counters.salt == [0; 32] {
            let together = counters.together;
            *counters = Counters { day, together, ..Counters::default() };
            // Without randomness the salt stays as it is, which only memory knows.
            let _ = getrandom::fill(&mut counters.salt);
        }
        counters
    }
}

impl Counters {
    fn is_within(&mut self, counted: Counted, network: Network, most: u32, now: UnixMillis) -> bool {
        let most = if network.is_known() { most } else { most * UNKNOWN_FACTOR };
        let key = (counted, self.hash(network));
        self.counts.get_mut(&key).is_none_or(|count| count.now(now) < most)
    }

    fn add(&mut self, counted: Counted, network: Network, now: UnixMillis) {
        let key = (counted, self.hash(network));
        if self.counts.len() >= MAX_NETWORKS && !self.counts.contains_key(&key) {
            self.counts.retain(|_, count| (0..WINDOW).contains(&(now - count.since)));
            if self.counts.len() >= MAX_NETWORKS {
                return;
            }
        }
        let count = self.counts.entry(key).or_default();
        count.now(now);
        count.number += 1;
    }

    fn hash(&self, network: Network) -> [u8; 32] {
        Sha256::new().chain_update(self.salt).chain_update(network.to_string()).finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: UnixMillis = UnixMillis(20_000 * DAY + 12 * HOUR);

    fn network(number: u8) -> Network {
        Network::of_peer([198, 51, 100, number].into())
    }

    fn send(limits: &Limits, network: Network, times: u32, now: UnixMillis) -> u32 {
        let mut sent = 0;
        for _ in 0..times {
            if limits.may_send(network, now) {
                limits.sent(network, now);
                sent += 1;
            }
        }
        sent
    }

    #[test]
    fn a_network_sends_a_few_an_hour_and_others_are_not_held_back() {
        let limits = Limits::default();
        assert_eq!(send(&limits, network(1), 9, NOON), MESSAGES);
        assert_eq!(send(&limits, network(2), 1, NOON), 1);
        assert_eq!(send(&limits, network(1), 1, NOON + HOUR - 1), 0);
        assert_eq!(send(&limits, network(1), 9, NOON + HOUR), MESSAGES);
    }

    #[test]
    fn all_together_send_a_bounded_number_also_over_midnight() {
        let limits = Limits::default();
        let late = UnixMillis(20_001 * DAY - 1);
        let before: u32 = (0..200).map(|number| send(&limits, network(number), 1, late)).sum();
        assert_eq!(before, MESSAGES_TOGETHER);
        assert_eq!(send(&limits, network(201), 1, late + 1), 0);
        assert_eq!(send(&limits, network(201), 1, late + HOUR), 1);
    }

    #[test]
    fn wrong_numbers_are_counted_by_network() {
        let limits = Limits::default();
        for _ in 0..GUESSES {
            assert!(limits.may_guess(network(1), NOON));
            limits.guessed(network(1), NOON);
        }
        assert!(!limits.may_guess(network(1), NOON) && limits.may_guess(network(2), NOON));
        assert!(limits.may_send(network(1), NOON), "guessing costs nobody a message");
    }

    #[test]
    fn memory_is_bounded_and_a_new_day_knows_nobody() {
        let limits = Limits::default();
        for number in 0..=u16::MAX {
            let [a, b] = number.to_be_bytes();
            limits.guessed(Network::of_peer([198, 51, a, b].into()), NOON);
        }
        assert_eq!(limits.lock(NOON).counts.len(), MAX_NETWORKS);
        let salt = limits.lock(NOON).salt;
        assert!(limits.lock(NOON + DAY).counts.is_empty() && limits.lock(NOON + DAY).salt != salt);
    }
}
