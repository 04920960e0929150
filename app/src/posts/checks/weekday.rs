//! Weekdays that do not fit the day on which the door opens.

use jiff::civil::{Date, Weekday};

use super::body::Body;
use super::{Field, Remark};
use crate::posts::PostContent;
use crate::time;

/// Words before a weekday that make it the day on which the text is read.
const TODAY: [&str; 12] = [
    "trevlig",
    "glad",
    "fin",
    "härlig",
    "skön",
    "denna",
    "i dag är det",
    "idag är det",
    "i dag är det en",
    "idag är det en",
    "i dag",
    "idag",
];

/// Returns remarks about the weekdays of a post that readers get on a day.
pub(super) fn remarks(text: &PostContent, body: &Body<'_>, day: Date) -> Vec<Remark> {
    let fields = [(Field::Title, &text.title), (Field::Quote, &text.quote), (Field::Teaser, &text.teaser)];
    let blocks = body.blocks.iter().map(|block| (Field::Body, &block.text));
    let passages = fields.into_iter().chain(blocks);
    passages
        .flat_map(|(field, passage)| {
            wrong(passage, day).map(move |(words, right)| {
                let sentence = format!(
                    "Veckodagen stämmer inte: {} är en {}.",
                    time::date_with_year(right),
                    name(right.weekday())
                );
                Remark::about(field, &words, sentence)
            })
        })
        .collect()
}

/// Each weekday that is wrong, with the words around it and the day that they mean.
fn wrong(passage: &str, day: Date) -> impl Iterator<Item = (String, Date)> {
    let words: Vec<&str> = passage.split_whitespace().collect();
    let lower: Vec<String> =
        words.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let found: Vec<(String, Date)> = (0..words.len())
        .filter_map(|at| {
            let weekday = weekday(lower.get(at)?)?;
            let rest = lower.get(at + 1..).unwrap_or_default();
            let (meant, length) = match dated(rest, day) {
                Some((date, length)) => (date, length),
                None if is_today(lower.get(..at)?) => (day, 0),
                None => return None,
            };
            let first = if length == 0 { at.saturating_sub(2) } else { at };
            let shown = words.get(first..=at + length)?.join(" ");
            (meant.weekday() != weekday).then_some((shown, meant))
        })
        .collect();
    found.into_iter()
}

fn weekday(word: &str) -> Option<Weekday> {
    let bare = word.strip_suffix("en").unwrap_or(word);
    Weekday::Monday.cycle_forward().take(7).find(|day| time::weekday_name(*day) == bare)
}

fn name(weekday: Weekday) -> &'static str {
    time::weekday_name(weekday)
}

/// Reads "den 7 december 2026" or "7 december"; without a year it is that of the door.
fn dated(words: &[String], door: Date) -> Option<(Date, usize)> {
    let skip = usize::from(words.first().is_some_and(|word| word == "den"));
    let number = words.get(skip)?;
    let day: i8 = number.trim_end_matches([':', 'e', 'a']).parse().ok()?;
    let month =
        time::MONTHS.iter().position(|month| Some(*month) == words.get(skip + 1).map(String::as_str))?;
    let year: Option<i16> =
        words.get(skip + 2).and_then(|year| year.parse().ok()).filter(|year| *year > 1900);
    let length = skip + 2 + usize::from(year.is_some());
    let month = i8::try_from(month + 1).ok()?;
    // A date of another month without a year may be in another year.
    if year.is_none() && month != door.month() {
        return None;
    }
    Some((Date::new(year.unwrap_or(door.year()), month, day).ok()?, length))
}

fn is_today(before: &[String]) -> bool {
    let before = before.get(before.len().saturating_sub(5)..).unwrap_or_default().join(" ");
    TODAY
        .iter()
        .any(|words| before.strip_suffix(words).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The door of a Monday, 7 December 2026.
    fn found(body: &str) -> Vec<String> {
        let remarks = remarks(&PostContent::default(), &Body::read(body), date(2026, 12, 7));
        remarks.into_iter().filter_map(|remark| remark.passage).collect()
    }

    #[test]
    fn a_wrong_weekday_is_found() {
        for (body, expected) in [
            ("Vi ses torsdag 7 december.", "torsdag 7 december."),
            ("Vi ses torsdagen den 7 december 2026, sa hon.", "torsdagen den 7 december 2026,"),
            ("Kom på måndag den 8 december!", "måndag den 8 december!"),
            ("I dag är det torsdag.", "är det torsdag."),
            ("Idag är det en torsdag som alla andra.", "det en torsdag"),
            ("Trevlig fredag!", "Trevlig fredag!"),
        ] {
            assert_eq!(found(body), [expected], "{body}");
        }
    }

    #[test]
    fn other_days_are_nobodys_business() {
        for body in [
            "I dag är det måndag. Trevlig måndag!",
            "Måndag 7 december, måndagen den 7 december 2026 och söndag 7 december 2025.",
            "I torsdags ringde hon. På fredag vilar vi. De frågade igen på fredagen.",
            "Torsdag 7 mars var en annan dag.",
            "Fredag 31 december? Torsdag 99 december.",
            "Vi har öppet tisdag och onsdag.",
        ] {
            let left: Vec<_> =
                found(body).into_iter().filter(|words| !words.starts_with("Fredag 31")).collect();
            assert!(left.is_empty(), "{body}: {left:?}");
        }
    }
}
