//! The pictures of the town.

use jiff::Timestamp;

use super::drawn_picture::drawn_picture;
use super::edition::Edition;
use super::light::Light;
use super::scene_kind::SceneKind;
use super::types::QUARTER;

/// Returns the HTML of each quarter's picture as it is at an instant: for wide, medium and narrow screens, with the
/// widths of `style/calendar/slots.css`. Other scenes have none.
pub(super) fn quarter_pictures(edition: &Edition, now: Timestamp) -> Vec<String> {
    if edition.scene != SceneKind::Town {
        return Vec::new();
    }
    let light = Light::of(&edition.schedule, now);
    let days: Vec<_> = (1..=edition.schedule.days()).collect();
    let quarters = days.chunks(usize::from(QUARTER));
    quarters
        .map(|days| {
            drawn_picture("stad", &light.fragment(open_among(edition, days, now)), "quarter-picture", 1368)
        })
        .collect()
}

fn open_among(edition: &Edition, days: &[u16], now: Timestamp) -> usize {
    days.iter().filter(|day| edition.schedule.is_open(**day, now)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Schedule;
    use crate::calendar::drawn_picture::testing;
    use crate::calendar::edition_view::testing::edition;

    fn fragments(days: i64, now: &str) -> Vec<String> {
        let schedule = Schedule::parse("2026-12-01", days, "06:00", "Europe/Stockholm").unwrap();
        let edition = Edition { schedule, ..edition("06:00") };
        let pictures = quarter_pictures(&edition, now.parse().unwrap());
        testing::fragments(&pictures)
    }

    #[test]
    fn each_quarter_shows_how_many_of_its_own_doors_are_open() {
        assert_eq!(fragments(24, "2026-12-01T05:59+01:00"), ["fore"]);
        assert_eq!(fragments(24, "2026-12-07T05:59+01:00"), ["d6"]);
        assert_eq!(fragments(24, "2026-12-07T06:00+01:00"), ["d7"]);
        assert_eq!(fragments(24, "2026-12-24T06:00+01:00"), ["final"]);
        assert_eq!(fragments(24, "2026-12-25T00:00+01:00"), ["efter"]);
        assert_eq!(fragments(1, "2026-12-01T06:00+01:00"), ["final"]);
        assert_eq!(fragments(50, "2026-12-03T06:00+01:00"), ["d3", "d0", "d0"]);
        assert_eq!(fragments(50, "2027-01-18T06:00+01:00"), ["d24", "d24", "d1"]);
        assert_eq!(fragments(50, "2027-01-19T06:00+01:00"), ["final", "final", "final"]);
    }

    #[test]
    fn a_grid_has_no_picture() {
        let edition = Edition { scene: SceneKind::Grid, ..edition("06:00") };
        assert!(quarter_pictures(&edition, "2026-12-03T06:00+01:00".parse().unwrap()).is_empty());
    }
}
