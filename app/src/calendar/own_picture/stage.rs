//! How large a picture is shown, and from which width of a screen on its doors can be used.

use super::{Layout, Places, ScenePicture};
use crate::media::crop::Share;

/// Smallest width and height of a door, in points: what a thumb meets (WCAG 2.2, 2.5.5).
pub(crate) const SMALLEST: f64 = 44.0;
/// The narrowest screen on which doors must work, in points.
pub(crate) const PHONE: f64 = 320.0;
/// From which width on the landscape picture is shown where there are two: 40 rem, as in `style/calendar`.
pub(super) const WIDE: f64 = 640.0;

/// Widest and tallest that a picture is shown, in points, so that a scene fits a desktop's screen.
const LARGEST: (f64, f64) = (1280.0, 736.0);

/// Returns the width in points up to which a picture of some size is shown.
pub(super) fn widest((width, height): (u32, u32)) -> f64 {
    (LARGEST.1 * f64::from(width) / f64::from(height.max(1))).min(LARGEST.0)
}

/// How a screen shows a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    /// Its width in points.
    pub(crate) points: u16,
    /// The width of the picture on it.
    pub(crate) shown: f64,
    /// Whether doors would be too small, so that they are a grid under the picture.
    pub(crate) is_grid: bool,
}

/// Returns how a phone, a tablet and a desktop show a picture with its doors; only those that show it.
pub(crate) fn shown_widths(picture: &ScenePicture, days: u16, is_alone: bool) -> Vec<Screen> {
    let size = (picture.width, picture.height);
    let places = picture.places_of(days);
    let is_whole = places.len() == usize::from(days);
    let needed = needed_width(&places, size).filter(|_| is_whole).unwrap_or(f64::MAX);
    let screen = |(name, points): (&'static str, u16)| {
        let width = f64::from(points);
        let is_wide = width >= WIDE;
        let is_shown = is_alone || is_wide == (picture.layout == Layout::Landscape);
        let shown = if is_wide { width.min(widest(size)) } else { width };
        is_shown.then_some(Screen { name, points, shown, is_grid: needed > shown })
    };
    [("Telefon", 320), ("Stor telefon", 390), ("Surfplatta", 768), ("Dator", 1280)]
        .into_iter()
        .filter_map(screen)
        .collect()
}

/// Returns the width in points that a picture must have so that every door is large enough; none without doors.
pub(crate) fn needed_width(places: &Places, (width, height): (u32, u32)) -> Option<f64> {
    let ratio = f64::from(height) / f64::from(width.max(1));
    let needed = places.values().map(|place| {
        let [_, _, door_width, door_height] = place.shares().map(Share::fraction);
        (SMALLEST / door_width).max(SMALLEST / (door_height * ratio))
    });
    needed.max_by(f64::total_cmp)
}
