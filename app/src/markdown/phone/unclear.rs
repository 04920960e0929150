//! Digits that somebody surely meant as a telephone number, but did not write as one: "08/123 45 67". They are left
//! as they stand, since a number that is nearly right rings somebody else; their writer can be told.

use std::ops::Range;

use super::{context, number};

/// A number of any country has so many digits, with the code of its area.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=13;

/// More groups are a row of something else.
const MOST_GROUPS: usize = 8;

/// Where such digits stand. `before` is what stands before the text in the same paragraph.
pub(super) fn find(text: &str, before: &str) -> Vec<Range<usize>> {
    let mut clear = number::find(text, before).into_iter().map(|number| number.place).peekable();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit() || c == '+') {
        let start = at + step;
        if clear.next_if(|place| place.end <= start).is_some() {
            at = start;
            continue;
        }
        if let Some(place) = clear.next_if(|place| place.contains(&start)) {
            at = place.end;
            continue;
        }
        let row = Row::read(text, start);
        at = row.place.end;
        if matches!(text.as_bytes()[start], b'0' | b'+')
            && row.is_number()
            && stands_alone(text, &row.place)
            && !context::is_counted_or_timed(text, before, &row.place)
        {
            let opening = usize::from(text[..start].ends_with('(') && text[row.place.clone()].contains(')'));
            found.push(start - opening..row.place.end);
        }
    }
    found
}

/// Digits in groups, with the signs between that people write into telephone numbers.
struct Row {
    place: Range<usize>,
    /// How many digits each group has.
    groups: Vec<usize>,
    digits: usize,
    /// What the first group has least: a country's code may be shorter than that of an area.
    least: usize,
    has_points: bool,
}

impl Row {
    fn read(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut row = Self {
            place: start..start,
            groups: Vec::new(),
            digits: 0,
            least: if bytes[start] == b'+' { 1 } else { 2 },
            has_points: false,
        };
        let mut at = start + usize::from(bytes[start] == b'+');
        loop {
            let group = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if group == 0 {
                break;
            }
            row.groups.push(group);
            row.digits += group;
            at += group;
            row.place.end = at;
            if row.groups.len() > MOST_GROUPS {
                break;
            }
            let signs: usize =
                text[at..].chars().take(3).take_while(|c| is_between(*c)).map(char::len_utf8).sum();
            row.has_points |= text[at..at + signs].contains('.');
            at += signs;
        }
        // A sign of its own is no number, but has been read.
        row.place.end = row.place.end.max(start + 1);
        row
    }

    fn is_number(&self) -> bool {
        let first = self.groups.first().copied().unwrap_or_default();
        let is_date = matches!(*self.groups, [2, 2, 4]);
        let are_times = self.has_points && matches!(*self.groups, [2, 2, 2, 2]);
        let is_person = matches!(*self.groups, [6 | 8, 4]);
        first >= self.least
            && self.groups.len() <= MOST_GROUPS
            && DIGITS.contains(&self.digits)
            && !(is_date || are_times || is_person)
    }
}

const fn is_between(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '-' | '‑' | '–' | '/' | '.' | '(' | ')')
}

/// Whether the digits are joined to nothing that makes them something else.
fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    let before = text[..place.start].chars().next_back();
    let after = text[place.end..].chars().next();
    !before.is_some_and(|c| c.is_alphanumeric() || "@/=#_.,-–&%".contains(c))
        && !after.is_some_and(|c| c.is_alphanumeric() || "@/=#_%&-".contains(c))
}
