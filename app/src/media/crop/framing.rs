//! How a picture is cut: the point that must stay visible, and the part that is shown at all.

use super::{Shape, Share};

/// Where the middle of what is kept stands without a focus, from the left and from the top, as a share of what can be
/// cut off: heads are above the middle.
const DEFAULT_SHARES: (f64, f64) = (0.5, 0.4);

/// A point of a picture, in shares of the whole picture's width and height from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// From the left.
    pub x: Share,
    /// From the top.
    pub y: Share,
}

/// The part of a picture that is shown, in shares of the whole picture's width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crop {
    /// From the left edge of the picture.
    pub left: Share,
    /// From the upper edge of the picture.
    pub top: Share,
    /// Never beyond the right edge: at most the whole less `left`.
    pub width: Share,
    /// Never beyond the lower edge: at most the whole less `top`.
    pub height: Share,
}

/// A part of a picture that was computed, in fractions of the whole picture's width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// From the left edge of the picture, 0 to 1.
    pub left: f64,
    /// From the upper edge of the picture, 0 to 1.
    pub top: f64,
    /// More than 0; with `left` at most 1.
    pub width: f64,
    /// More than 0; with `top` at most 1.
    pub height: f64,
}

/// How staff want a picture to be cut. Without a decision it is shown whole, and cut around a point above its middle where
/// a place has a shape of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Framing {
    /// The point that is kept in sight.
    pub focus: Option<Focus>,
    /// The part that is shown.
    pub crop: Option<Crop>,
}

impl Region {
    /// The whole picture.
    pub const WHOLE: Self = Self { left: 0.0, top: 0.0, width: 1.0, height: 1.0 };

    /// Returns the region in pixels of a picture of some size: left, top, width, height.
    #[must_use]
    pub fn in_pixels(&self, width: u32, height: u32) -> [f64; 4] {
        let (width, height) = (f64::from(width), f64::from(height));
        [self.left * width, self.top * height, self.width * width, self.height * height]
    }
}

impl Crop {
    /// The whole picture.
    pub const WHOLE: Self =
        Self { left: Share::NONE, top: Share::NONE, width: Share::ALL, height: Share::ALL };

    /// Returns the part as a region.
    #[must_use]
    pub fn region(&self) -> Region {
        let [left, top, width, height] = [self.left, self.top, self.width, self.height].map(Share::fraction);
        Region { left, top, width, height }
    }
}

impl Framing {
    /// Whether nothing was decided.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Returns what the crop leaves.
    #[must_use]
    pub fn kept(&self) -> Region {
        self.crop.map_or(Region::WHOLE, |crop| crop.region())
    }

    /// Returns what a shape shows of a picture of some size: the largest region of the shape's proportions within the crop,
    /// with the focus as near to its middle as the edges allow.
    #[must_use]
    pub fn region(&self, (width, height): (u32, u32), ratio: Option<f64>) -> Region {
        let crop = self.kept();
        let Some(ratio) = ratio else { return crop };
        let [_, _, crop_width, crop_height] = crop.in_pixels(width.max(1), height.max(1));
        let (mut kept_width, mut kept_height) = (crop.width, crop.height);
        if crop_width > crop_height * ratio {
            kept_width = crop.width * (crop_height * ratio / crop_width);
        } else {
            kept_height = crop.height * (crop_width / ratio / crop_height);
        }
        let (spare_x, spare_y) = ((crop.width - kept_width).max(0.0), (crop.height - kept_height).max(0.0));
        let (x, y) = match self.focus {
            Some(focus) => (
                focus.x.fraction() - kept_width / 2.0 - crop.left,
                focus.y.fraction() - kept_height / 2.0 - crop.top,
            ),
            None => (spare_x * DEFAULT_SHARES.0, spare_y * DEFAULT_SHARES.1),
        };
        Region {
            left: crop.left + x.clamp(0.0, spare_x),
            top: crop.top + y.clamp(0.0, spare_y),
            width: kept_width,
            height: kept_height,
        }
    }

    /// Returns what a shape shows of a picture of some size.
    #[must_use]
    pub fn region_of(&self, size: (u32, u32), shape: Shape) -> Region {
        self.region(size, shape.ratio())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is_near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    #[test]
    fn without_a_decision_everything_is_as_before() {
        let whole = Framing::default();
        assert!(whole.is_default());
        assert_eq!(whole.region_of((1600, 1067), Shape::Lead), Region::WHOLE);
        // A portrait loses more of its lower than of its upper part.
        let square = whole.region_of((1000, 2000), Shape::Square);
        assert_eq!(square, Region { left: 0.0, top: 0.2, width: 1.0, height: 0.5 });
        let square = whole.region_of((2000, 1000), Shape::Square);
        assert_eq!(square, Region { left: 0.25, top: 0.0, width: 0.5, height: 1.0 });
    }

    fn share(fraction: f64) -> Share {
        Share::from_fraction(fraction).unwrap()
    }

    #[test]
    fn the_focus_is_in_the_middle_unless_an_edge_is_near() {
        let at = |x| Framing { focus: Some(Focus { x: share(x), y: share(0.5) }), crop: None };
        let left = |x| at(x).region_of((2000, 1000), Shape::Square).left;
        assert!(is_near(left(0.0), 0.0) && is_near(left(0.4), 0.15) && is_near(left(1.0), 0.5));
    }

    #[test]
    fn a_crop_is_what_there_is() {
        let crop = Crop { left: share(0.5), top: share(0.5), width: share(0.5), height: share(0.25) };
        let framing = Framing { focus: Some(Focus { x: share(0.1), y: share(0.1) }), crop: Some(crop) };
        assert_eq!(framing.region_of((400, 400), Shape::Lead), crop.region());
        let square = framing.region_of((400, 400), Shape::Square);
        assert_eq!(square, Region { left: 0.5, top: 0.5, width: 0.25, height: 0.25 });
    }

    /// A picture's size, focus, crop and a ratio, with the region that both this and the browser compute
    /// (`frontend/editor/tests/cropper.test.mjs`).
    #[derive(serde::Deserialize)]
    struct Case {
        size: (u32, u32),
        focus: Option<(f64, f64)>,
        crop: Option<(f64, f64, f64, f64)>,
        ratio: Option<f64>,
        region: (f64, f64, f64, f64),
    }

    #[test]
    fn regions_are_those_of_the_browser() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("cases.json")).unwrap();
        assert!(cases.len() > 50);
        for Case { size, focus, crop, ratio, region: (left, top, width, height) } in cases {
            let focus = focus.map(|(x, y)| Focus { x: share(x), y: share(y) });
            let crop = crop.map(|(left, top, width, height)| Crop {
                left: share(left),
                top: share(top),
                width: share(width),
                height: share(height),
            });
            let region = Framing { focus, crop }.region(size, ratio);
            let pairs =
                [(region.left, left), (region.top, top), (region.width, width), (region.height, height)];
            assert!(
                pairs.iter().all(|(one, other)| (one - other).abs() < 1e-6),
                "{size:?} {focus:?} {crop:?} {ratio:?}: {region:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_region_has_its_proportions_and_lies_within_the_crop(
            size in (1_u32..20_000, 1_u32..20_000),
            focus in proptest::option::of((0.0..=1.0, 0.0..=1.0)),
            crop in proptest::option::of((0.0..0.9, 0.0..0.9, 0.1..=1.0, 0.1..=1.0)),
            ratio in 0.2..5.0,
        ) {
            let focus = focus.map(|(x, y)| Focus { x: share(x), y: share(y) });
            let crop = crop.map(|(left, top, width, height): (f64, f64, f64, f64)| Crop {
                left: share(left),
                top: share(top),
                width: share(width.min(1.0 - left)),
                height: share(height.min(1.0 - top)),
            });
            let framing = Framing { focus, crop };
            let (region, outer) = (framing.region(size, Some(ratio)), framing.kept());
            let [_, _, width, height] = region.in_pixels(size.0, size.1);
            prop_assert!((width / height / ratio - 1.0).abs() < 1e-6, "{region:?}");
            let close = 1e-9;
            prop_assert!(region.left >= outer.left - close && region.top >= outer.top - close);
            prop_assert!(region.left + region.width <= outer.left + outer.width + close);
            prop_assert!(region.top + region.height <= outer.top + outer.height + close);
            prop_assert!(is_near(region.width, outer.width) || is_near(region.height, outer.height), "the largest");
            if let Some(Focus { x, y }) = focus {
                let (x, y) = (x.fraction(), y.fraction());
                let is_in_crop = (outer.left..=outer.left + outer.width).contains(&x)
                    && (outer.top..=outer.top + outer.height).contains(&y);
                let is_in_sight = (region.left - close..=region.left + region.width + close).contains(&x)
                    && (region.top - close..=region.top + region.height + close).contains(&y);
                prop_assert!(!is_in_crop || is_in_sight);
            }
        }
    }
}
