//! Days of an edition in words.

use crate::calendar::Schedule;
use crate::time::{date, date_with_year};

/// "1–24 december 2026", "20 december 2026–6 januari 2027".
pub(crate) fn span(schedule: &Schedule) -> String {
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

/// "1–7, 9 och 12–13": numbers in rising order, with what follows each other drawn together.
pub(crate) fn ranges(numbers: &[u16]) -> String {
    let mut parts: Vec<(u16, u16)> = Vec::new();
    for number in numbers {
        match parts.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => parts.push((*number, *number)),
        }
    }
    let words = |(first, last): &(u16, u16)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    let words: Vec<_> = parts.iter().map(words).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} och {last}", before.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_follow_each_other_are_drawn_together() {
        assert_eq!(ranges(&[]), "");
        assert_eq!(ranges(&[3]), "3");
        assert_eq!(ranges(&[1, 2, 3, 9, 12, 13]), "1–3, 9 och 12–13");
    }

    #[test]
    fn a_span_says_month_and_year_once_where_it_can() {
        let said = |first, days| {
            span(&Schedule::parse(first, days, "00:00", "Europe/Stockholm").unwrap()).replace('\u{a0}', " ")
        };
        assert_eq!(said("2026-12-01", 24), "1–24 december 2026");
        assert_eq!(said("2026-11-29", 26), "29 november–24 december 2026");
        assert_eq!(said("2026-12-20", 18), "20 december 2026–6 januari 2027");
        assert_eq!(said("2026-12-13", 1), "13 december 2026");
    }
}
