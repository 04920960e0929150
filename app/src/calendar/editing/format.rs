//! Days of an edition as text.

use super::Day;
use crate::calendar::Schedule;
use crate::time::{date, date_with_year};

/// Formats the first and the last day: "1–24 december 2026", "20 december 2026–6 januari 2027".
pub(crate) fn date_range(schedule: &Schedule) -> String {
    let (Some(first), Some(last)) = (schedule.date_of(1), schedule.date_of(schedule.days())) else {
        return String::new();
    };
    if first == last {
        date_with_year(first)
    } else if first.year() != last.year() {
        format!("{}–{}", date_with_year(first), date_with_year(last))
    } else if first.month() != last.month() {
        format!("{}–{}", date(first), date_with_year(last))
    } else {
        format!("{}–{}", first.day(), date_with_year(last))
    }
}

/// Formats days, given in rising order, with consecutive ones as a range: "1–7, 9 och 12–13".
pub(crate) fn day_list(days: &[u16]) -> String {
    let mut ranges: Vec<(u16, u16)> = Vec::new();
    for day in days {
        match ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*day) => *last = *day,
            _ => ranges.push((*day, *day)),
        }
    }
    let text = |(first, last): &(u16, u16)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    let ranges: Vec<_> = ranges.iter().map(text).collect();
    match ranges.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} och {last}", before.join(", ")),
        None => String::new(),
    }
}

/// Says how many days have a text, and which have none: "13 dagar har en text. Tomma: dag 3 och 9–11."
pub(crate) fn texts_in_words(days: &[Day]) -> String {
    let empty: Vec<_> = days.iter().filter(|day| !day.has_text()).map(|day| day.number).collect();
    let written = days.len() - empty.len();
    let have = match written {
        0 => return "Ingen dag har en text än.".to_owned(),
        1 => "1 dag har en text.".to_owned(),
        _ => format!("{written} dagar har en text."),
    };
    match empty.len() {
        0 => format!("Alla {written} dagar har en text."),
        1 => format!("{have} Tom: dag {}.", day_list(&empty)),
        _ => format!("{have} Tomma: dag {}.", day_list(&empty)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consecutive_days_are_a_range() {
        assert_eq!(day_list(&[]), "");
        assert_eq!(day_list(&[3]), "3");
        assert_eq!(day_list(&[1, 2, 3, 9, 12, 13]), "1–3, 9 och 12–13");
    }

    #[test]
    fn a_date_range_has_month_and_year_once_where_it_can() {
        let text = |first, days| {
            date_range(&Schedule::parse(first, days, "00:00", "Europe/Stockholm").unwrap())
                .replace('\u{a0}', " ")
        };
        assert_eq!(text("2026-12-01", 24), "1–24 december 2026");
        assert_eq!(text("2026-11-29", 26), "29 november–24 december 2026");
        assert_eq!(text("2026-12-20", 18), "20 december 2026–6 januari 2027");
        assert_eq!(text("2026-12-13", 1), "13 december 2026");
    }
}
