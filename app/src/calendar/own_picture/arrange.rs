//! Placing all doors at once, in an even grid.

use super::Places;
use super::stage::{PHONE, SMALLEST};

/// How much of its cell a door covers where there is room, so that the picture is seen between the doors.
const SHARE_OF_CELL: f64 = 0.74;
/// How much of its cell a door may cover to be large enough on a phone.
const MOST_OF_CELL: f64 = 0.94;

/// Returns a place for each of the days, which are given in the order in which they are to stand, row by row. The grid is
/// the one with the largest cells; doors are square, and a last row that is not full is in the middle.
pub(crate) fn arrange(days: &[u16], (width, height): (u32, u32)) -> Places {
    // In points of a phone, so that the smallest size can be kept where the cells allow it.
    let (width, height) = (PHONE, PHONE * f64::from(height.max(1)) / f64::from(width.max(1)));
    let columns = best_columns(days.len(), width, height);
    let rows = days.len().div_ceil(columns.max(1));
    let (cell_width, cell_height) = (width / as_f64(columns), height / as_f64(rows));
    let cell = cell_width.min(cell_height);
    let side = (cell * SHARE_OF_CELL).max((SMALLEST * 1.02).min(cell * MOST_OF_CELL));
    let mut places = Places::new();
    for (row, days) in days.chunks(columns.max(1)).enumerate() {
        let start = (width - as_f64(days.len()) * cell_width) / 2.0;
        for (column, day) in days.iter().enumerate() {
            let left = start + as_f64(column) * cell_width + (cell_width - side) / 2.0;
            let top = as_f64(row) * cell_height + (cell_height - side) / 2.0;
            let parts = [left / width, top / height, side / width, side / height].map(ten_thousandths);
            if let Ok(place) = parts.try_into() {
                places.insert(*day, place);
            }
        }
    }
    places
}

/// Returns the number of columns with which cells are largest.
fn best_columns(count: usize, width: f64, height: f64) -> usize {
    let smaller_side = |columns: &usize| {
        let rows = count.div_ceil(*columns);
        (width / as_f64(*columns)).min(height / as_f64(rows))
    };
    (1..=count).max_by(|one, other| smaller_side(one).total_cmp(&smaller_side(other))).unwrap_or(1)
}

/// Counts of doors are small.
fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// Rounds downwards, so that doors beside each other never meet and none leaves the picture.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 10 000")]
fn ten_thousandths(fraction: f64) -> u16 {
    (fraction * 10_000.0).clamp(0.0, 10_000.0).floor() as u16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::own_picture::Place;

    #[test]
    fn twenty_four_doors_fit_on_a_phone_when_the_picture_is_upright() {
        let days: Vec<u16> = (1..=24).collect();
        let places = arrange(&days, (900, 1200));
        let [_, _, width, height] = places[&24].in_pixels((320, 427));
        assert!(width >= SMALLEST && height >= SMALLEST, "{width} × {height}");
    }

    #[test]
    fn days_stand_in_the_order_given() {
        let places = arrange(&[3, 1, 2, 4], (1000, 1000));
        let corner = |day: u16| <[u16; 4]>::from(places[&day]);
        assert!(corner(3)[0] < corner(1)[0] && corner(3)[1] == corner(1)[1], "3 and 1 share the first row");
        assert!(corner(2)[1] > corner(3)[1] && corner(2)[0] == corner(3)[0], "2 stands under 3");
    }

    proptest! {
        #[test]
        fn no_two_doors_overlap_and_none_leaves_the_picture(
            days in 1_u16..=366,
            width in 50_u32..8000,
            height in 50_u32..8000,
        ) {
            let days: Vec<u16> = (1..=days).collect();
            let places = arrange(&days, (width, height));
            // A `Place` cannot leave its picture, so that all are there is enough.
            prop_assert_eq!(places.len(), days.len());
            let all: Vec<Place> = places.into_values().collect();
            for (index, one) in all.iter().enumerate() {
                for other in &all[..index] {
                    prop_assert!(!one.overlaps(*other), "{one:?} {other:?}");
                }
            }
        }
    }
}
