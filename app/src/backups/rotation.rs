//! Which nightly backups are kept: the newest of each of seven days, four weeks and twelve months.
//!
//! Days are counted by the backups that there are, not by the calendar: when none was made for a month, the old ones stay.
//! A clock that was wrong for a night therefore costs nothing but one file.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime;

use crate::time::at_home;

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;
/// The names of our files, by local time: `guldkorn-2026-11-27-0330.zip`.
const NAME: &str = "guldkorn-%Y-%m-%d-%H%M.zip";

/// Returns the name of a backup that is begun now.
pub fn file_name(now: Timestamp) -> String {
    at_home(now).strftime(NAME).to_string()
}

/// Returns the name of the backup of a night.
pub(super) fn name_of_night(day: Date) -> String {
    day.at(3, 30, 0, 0).strftime(NAME).to_string()
}

/// Whether a file is one of our backups.
pub(super) fn is_backup(name: &str) -> bool {
    made_at(name).is_some()
}

/// Returns those of a folder's files that are no longer kept. Files of other names are nobody's business here.
pub fn superseded<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut backups: Vec<(DateTime, &str)> =
        names.into_iter().filter_map(|name| Some((made_at(name)?, name))).collect();
    backups.sort_unstable();
    backups.reverse();
    let mut kept = BTreeSet::new();
    keep_newest(&backups, DAYS, |at| (at.year(), i32::from(at.date().day_of_year())), &mut kept);
    let week = |at: DateTime| {
        let week = at.date().iso_week_date();
        (week.year(), i32::from(week.week()))
    };
    keep_newest(&backups, WEEKS, week, &mut kept);
    keep_newest(&backups, MONTHS, |at| (at.year(), i32::from(at.month())), &mut kept);
    backups.into_iter().map(|(_, name)| name).filter(|name| !kept.contains(name)).collect()
}

/// Keeps the newest backup of each of the newest periods. `backups` come newest first.
fn keep_newest<'a>(
    backups: &[(DateTime, &'a str)],
    periods: usize,
    period: impl Fn(DateTime) -> (i16, i32),
    kept: &mut BTreeSet<&'a str>,
) {
    let mut seen = BTreeSet::new();
    for (at, name) in backups {
        if seen.len() < periods && seen.insert(period(*at)) {
            kept.insert(name);
        }
    }
}

/// Reads when one of our files was begun.
fn made_at(name: &str) -> Option<DateTime> {
    let at = strtime::parse(NAME, name).ok()?.to_datetime().ok()?;
    (at.strftime(NAME).to_string() == name).then_some(at)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn nights(count: i32, end: jiff::civil::Date) -> Vec<String> {
        let night = |ago: i32| {
            let day = end.checked_sub(ago.days()).unwrap();
            day.at(3, 30, 0, 0).strftime(NAME).to_string()
        };
        (0..count).map(night).collect()
    }

    fn left(names: &[String]) -> Vec<&str> {
        let gone = superseded(names.iter().map(String::as_str));
        names.iter().map(String::as_str).filter(|name| !gone.contains(name)).collect()
    }

    #[test]
    fn names_tell_when() {
        let name = file_name("2026-11-27T02:30Z".parse().unwrap());
        assert_eq!(name, "guldkorn-2026-11-27-0330.zip");
        assert_eq!(made_at(&name), Some(date(2026, 11, 27).at(3, 30, 0, 0)));
        for other in [
            "guldkorn-2026-11-27.zip",
            "guldkorn-2026-13-27-0330.zip",
            "guldkorn-2026-02-30-0330.zip",
            "Guldkorn-2026-11-27-0330.zip",
            "guldkorn-2026-11-27-0330.zip.del",
            "guldkorn-2026-11-27- 330.zip",
            "min-egen-kopia.zip",
            "",
        ] {
            assert_eq!(made_at(other), None, "{other}");
        }
    }

    #[test]
    fn after_two_years_seven_days_four_weeks_and_twelve_months_are_left() {
        let names = nights(730, date(2026, 11, 27));
        let left = left(&names);
        let expected = [
            // A Friday and six days before, of which Sunday ends a week.
            "11-27", "11-26", "11-25", "11-24", "11-23", "11-22", "11-21", "11-15", "11-08", "10-31", "09-30",
            "08-31", "07-31", "06-30", "05-31", "04-30", "03-31", "02-28", "01-31",
        ];
        let short: Vec<_> = left.iter().map(|name| &name[14..19]).collect();
        assert_eq!(short, [&expected[..], &["12-31"]].concat());
    }

    #[test]
    fn a_month_without_backups_costs_none() {
        let mut names = nights(10, date(2026, 9, 10));
        let before = left(&names).len();
        names.insert(0, "guldkorn-2026-11-27-0330.zip".into());
        assert!(left(&names).len() >= before);
    }

    proptest! {
        #[test]
        fn the_newest_stays_and_no_file_of_others_goes(
            nights in proptest::collection::btree_set((2020_i16..2030, 1_i8..=12, 1_i8..=28, 0_i8..24), 0..80),
            others in proptest::collection::vec("[a-z0-9.-]{0,30}", 0..5),
        ) {
            let name = |(year, month, day, hour): &(i16, i8, i8, i8)| {
                date(*year, *month, *day).at(*hour, 30, 0, 0).strftime(NAME).to_string()
            };
            let ours: Vec<String> = nights.iter().map(name).collect();
            let all: Vec<String> = ours.iter().chain(&others).cloned().collect();
            let gone = superseded(all.iter().map(String::as_str));
            prop_assert!(gone.iter().all(|name| ours.iter().any(|own| own == name)));
            prop_assert!(ours.last().is_none_or(|newest| !gone.contains(&newest.as_str())));
            let left: Vec<String> = ours.into_iter().filter(|name| !gone.contains(&name.as_str())).collect();
            prop_assert!(left.len() <= DAYS + WEEKS + MONTHS);
            let days: BTreeSet<&str> = left.iter().map(|name| &name[9..19]).collect();
            let all_days: BTreeSet<String> = nights.iter().map(|night| name(night)[9..19].to_owned()).collect();
            prop_assert!(days.len() >= all_days.len().min(DAYS), "each of the last seven days");
            prop_assert!(superseded(left.iter().map(String::as_str)).is_empty(), "a second time nothing goes");
        }
    }
}
