//! The pictures of the path.

use jiff::civil::Date;

use super::drawn_picture::drawn_picture;
use super::edition::Edition;

/// Number of lanterns on a stretch of the path; a longer edition has several stretches.
pub(super) const STRETCH: u16 = 10;

/// Returns the HTML of each stretch's picture, in the season of its days: for wide, medium and narrow screens, with the
/// widths of `style/calendar/path.css`.
pub(super) fn stretch_pictures(edition: &Edition) -> Vec<String> {
    let days: Vec<_> = (1..=edition.schedule.days()).collect();
    let middle = |days: &[u16]| days.get(days.len() / 2).and_then(|day| edition.schedule.date_of(*day));
    days.chunks(usize::from(STRETCH))
        .map(|days| drawn_picture("stig", middle(days).map_or("", season), "stretch-picture", 544))
        .collect()
}

/// Returns the fragment that chooses a season from the drawing.
fn season(date: Date) -> &'static str {
    match date.month() {
        3..=5 => "var",
        6..=8 => "sommar",
        9..=11 => "host",
        _ => "vinter",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Schedule;
    use crate::calendar::drawn_picture::testing;
    use crate::calendar::edition_view::testing::edition;

    fn seasons(first_day: &str, days: i64) -> Vec<String> {
        let schedule = Schedule::parse(first_day, days, "06:00", "Europe/Stockholm").unwrap();
        let edition = Edition { schedule, ..edition("06:00") };
        let pictures = stretch_pictures(&edition);
        testing::fragments(&pictures)
    }

    #[test]
    fn each_stretch_is_in_the_season_of_its_days() {
        assert_eq!(seasons("2027-04-01", 30), ["var", "var", "var"]);
        assert_eq!(seasons("2027-05-25", 11), ["var", "sommar"]);
        assert_eq!(seasons("2027-02-27", 1), ["vinter"]);
        let year = seasons("2028-01-01", 366);
        assert_eq!(year.len(), 37);
        let mut order = year;
        order.dedup();
        assert_eq!(order, ["vinter", "var", "sommar", "host", "vinter"]);
    }
}
