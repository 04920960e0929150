//! Which window of the scene a day gets.
//!
//! A shuffled edition keeps its order for ever: it is worked out from a stored seed by a generator that is
//! written down here, so that no library update moves the doors in the middle of December.

/// The windows of the days 1 to `days`, counted from 0, in one of all possible orders that `seed` chooses.
pub fn shuffled(days: u16, seed: u64) -> Vec<u16> {
    let mut windows: Vec<u16> = (0..days).collect();
    let mut state = seed;
    // Fisher and Yates: every order is equally likely.
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
        assert_eq!(shuffled(8, 2026), [0, 5, 2, 7, 1, 4, 3, 6]);
    }

    proptest! {
        #[test]
        fn every_day_gets_a_window_of_its_own(days in 1_u16..=366, seed: u64) {
            let mut windows = shuffled(days, seed);
            windows.sort_unstable();
            prop_assert_eq!(windows, (0..days).collect::<Vec<_>>());
        }
    }
}
