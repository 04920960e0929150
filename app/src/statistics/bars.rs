//! The days or months of a chart.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::store::{Selection, Unit};
use crate::time::{date, month_name};

/// A day or month with its name, such as "7 december", and how often texts were read.
pub(crate) type Bar = (String, i64);

/// Returns every day or month of a selection with its name and its number; 0 for one without.
pub(crate) fn bars(selection: &Selection, unit: Unit, numbers: &[(String, i64)]) -> Vec<Bar> {
    let number = |key: &str| numbers.iter().find(|(day, _)| day == key).map_or(0, |(_, number)| *number);
    let step = match unit {
        Unit::Day => 1.day(),
        Unit::Month => 1.month(),
    };
    let days = selection.days.start.series(step).take_while(|day| *day < selection.days.end);
    days.map(|day| (name(day, unit), number(&key(day, unit)))).collect()
}

fn key(day: Date, unit: Unit) -> String {
    match unit {
        Unit::Day => day.to_string(),
        Unit::Month => day.strftime("%Y-%m").to_string(),
    }
}

fn name(day: Date, unit: Unit) -> String {
    match unit {
        Unit::Day => date(day),
        Unit::Month => month_name(day.month()).to_owned(),
    }
}
