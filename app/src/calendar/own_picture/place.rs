//! Where a door is on a picture.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::media::crop::Share;

/// The places of doors, by day.
pub(crate) type Places = BTreeMap<u16, Place>;

/// The part of a picture that a door covers, in shares of the uncropped original. It has a size and lies within the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[u16; 4]", into = "[u16; 4]")]
pub struct Place {
    x: Share,
    y: Share,
    width: Share,
    height: Share,
}

impl Place {
    /// Returns a place by its left and upper edge and its size; none when it would be empty or leave the picture.
    pub(crate) fn new(x: Share, y: Share, width: Share, height: Share) -> Option<Self> {
        let fits = x.checked_add(width).and(y.checked_add(height)).is_some();
        let has_size = width > Share::NONE && height > Share::NONE;
        (fits && has_size).then_some(Self { x, y, width, height })
    }

    /// Returns the left and upper edge and the size.
    pub(crate) const fn shares(self) -> [Share; 4] {
        [self.x, self.y, self.width, self.height]
    }

    /// Returns the left, right, upper and lower edge in ten-thousandths.
    fn edges(self) -> [u16; 4] {
        let [x, y, width, height] = self.into();
        [x, x + width, y, y + height]
    }

    /// Whether two doors cover the same part of the picture. Those that touch do not.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        let ([left, right, top, bottom], [other_left, other_right, other_top, other_bottom]) =
            (self.edges(), other.edges());
        left < other_right && other_left < right && top < other_bottom && other_top < bottom
    }

    /// Whether the middle of a door is beside another door, neither above nor below it, so that both are read as one row.
    pub(crate) fn is_in_row_with(self, other: Self) -> bool {
        let ([_, _, top, bottom], [_, _, other_top, other_bottom]) = (self.edges(), other.edges());
        let middle = u32::from(top) + u32::from(bottom);
        (2 * u32::from(other_top)..=2 * u32::from(other_bottom)).contains(&middle)
    }

    /// Returns the place in pixels of a picture of some size: left, top, width, height.
    pub(crate) fn in_pixels(self, (width, height): (u32, u32)) -> [f64; 4] {
        let [x, y, own_width, own_height] = self.shares().map(Share::fraction);
        let (width, height) = (f64::from(width), f64::from(height));
        [x * width, y * height, own_width * width, own_height * height]
    }
}

impl From<Place> for [u16; 4] {
    fn from(place: Place) -> Self {
        place.shares().map(Share::ten_thousandths)
    }
}

impl TryFrom<[u16; 4]> for Place {
    type Error = &'static str;

    fn try_from(parts: [u16; 4]) -> Result<Self, Self::Error> {
        let place = match parts.map(Share::of_ten_thousandths) {
            [Some(x), Some(y), Some(width), Some(height)] => Self::new(x, y, width, height),
            _ => None,
        };
        place.ok_or("a door that is empty or leaves its picture")
    }
}

#[cfg(test)]
pub(super) mod testing {
    use super::Place;

    /// Returns a place by whole percents.
    pub(in crate::calendar::own_picture) fn place(x: u16, y: u16, width: u16, height: u16) -> Place {
        [x, y, width, height].map(|percent| percent * 100).try_into().expect("a place")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::testing::place;
    use super::*;

    #[test]
    fn a_place_has_a_size_and_lies_within_the_picture() {
        for wrong in
            [[0, 0, 0, 100], [0, 0, 100, 0], [9_000, 0, 1_001, 100], [0, 10_000, 1, 1], [10_001, 0, 1, 1]]
        {
            assert!(Place::try_from(wrong).is_err(), "{wrong:?}");
        }
        assert!(Place::try_from([9_000, 0, 1_000, 10_000]).is_ok());
    }

    #[test]
    fn doors_that_touch_do_not_overlap() {
        let door = place(10, 10, 10, 10);
        assert!(!door.overlaps(place(20, 10, 10, 10)) && !door.overlaps(place(10, 20, 10, 10)));
        assert!(
            door.overlaps(place(19, 19, 10, 10))
                && door.overlaps(door)
                && door.overlaps(place(0, 0, 100, 100))
        );
    }

    proptest! {
        #[test]
        fn a_place_is_stored_and_read_back(x in 0_u16..10_000, y in 0_u16..10_000, width: u16, height: u16) {
            let parts = [x, y, 1 + width % (10_000 - x), 1 + height % (10_000 - y)];
            let place = Place::try_from(parts).unwrap();
            prop_assert_eq!(<[u16; 4]>::from(place), parts);
            let fractions = place.shares().map(Share::fraction).map(Share::from_fraction);
            prop_assert_eq!(fractions.map(Option::unwrap).map(Share::ten_thousandths), parts);
        }
    }
}
