//! The shuffled order of an edition's doors.
//!
//! It never changes by itself: it is computed from a stored seed by a generator that is written down here, so that no
//! library update moves the doors in the middle of December.

use super::door_order::ShuffleSeed;
use super::types::QUARTER;

/// Returns the windows of the days 1 to `days`, counted from 0. Days stay in their quarter of the town, so that the
/// quarters follow each other in day order; a quarter that is not full has its doors spread over all of it.
pub(super) fn windows(days: u16, seed: ShuffleSeed) -> Vec<u16> {
    let seed = seed.0.cast_unsigned();
    let quarter = |first: u16| {
        let windows = shuffled_quarter(seed.wrapping_add(u64::from(first / QUARTER)));
        let doors = usize::from(QUARTER.min(days - first));
        windows.into_iter().take(doors).map(move |window| first + window)
    };
    (0..days).step_by(usize::from(QUARTER)).flat_map(quarter).collect()
}

/// Shuffles the windows of a quarter.
fn shuffled_quarter(seed: u64) -> Vec<u16> {
    let mut windows: Vec<u16> = (0..QUARTER).collect();
    let mut state = seed;
    // Fisher-Yates: every order is equally likely.
    for last in (1..windows.len()).rev() {
        let other = (u128::from(split_mix(&mut state)) * (last as u128 + 1)) >> 64;
        windows.swap(last, usize::try_from(other).unwrap_or(last));
    }
    windows
}

/// `SplitMix64` (Steele, Lea and Flood, 2014).
const fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_order_of_a_seed_never_changes() {
        assert_eq!(windows(8, ShuffleSeed(2026)), [0, 19, 7, 16, 9, 22, 2, 23]);
    }

    #[test]
    fn no_two_quarters_look_alike() {
        let windows = windows(2 * QUARTER, ShuffleSeed(2026));
        let (first, second) = windows.split_at(usize::from(QUARTER));
        assert!(second.iter().zip(first).any(|(second, first)| second - QUARTER != *first));
    }

    proptest! {
        #[test]
        fn every_day_gets_a_window_of_its_own_in_its_quarter(days in 1_u16..=366, seed: i64) {
            let windows = windows(days, ShuffleSeed(seed));
            prop_assert_eq!(windows.len(), usize::from(days));
            for (day, window) in (0..days).zip(&windows) {
                prop_assert_eq!(day / QUARTER, window / QUARTER);
            }
            let distinct: std::collections::BTreeSet<_> = windows.iter().collect();
            prop_assert_eq!(distinct.len(), windows.len());
        }
    }
}
