//! Finds digits that were surely meant as a telephone number but are not written as one: "08/123 45 67". They are not
//! linked, since a number that is nearly right reaches somebody else; the editor's checks tell the writer.

use std::ops::Range;

use super::{context, number};

/// Number of digits of a telephone number of any country, with its area code.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=13;

/// Most groups of digits; more are a list of something else.
const MOST_GROUPS: usize = 8;

/// Finds them in a text. `before` is what precedes the text in the same paragraph.
pub(super) fn find(text: &str, before: &str) -> Vec<Range<usize>> {
    let mut linked = number::find(text, before).into_iter().map(|number| number.range).peekable();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit() || c == '+') {
        let start = at + step;
        if linked.next_if(|range| range.end <= start).is_some() {
            at = start;
            continue;
        }
        if let Some(range) = linked.next_if(|range| range.contains(&start)) {
            at = range.end;
            continue;
        }
        let row = Row::read(text, start);
        at = row.range.end;
        if matches!(text.as_bytes()[start], b'0' | b'+')
            && row.is_number()
            && stands_alone(text, &row.range)
            && !context::is_counted_or_timed(text, before, &row.range)
        {
            let opening = usize::from(text[..start].ends_with('(') && text[row.range.clone()].contains(')'));
            found.push(start - opening..row.range.end);
        }
    }
    found
}

/// Groups of digits, with separators that people write in telephone numbers.
struct Row {
    range: Range<usize>,
    /// Number of digits in each group.
    groups: Vec<usize>,
    /// Number of digits in all groups.
    digits: usize,
    /// Fewest digits of the first group: a country code may be shorter than an area code.
    least: usize,
    has_points: bool,
}

impl Row {
    fn read(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut row = Self {
            range: start..start,
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
            row.range.end = at;
            if row.groups.len() > MOST_GROUPS {
                break;
            }
            let separators: usize =
                text[at..].chars().take(3).take_while(|c| is_separator(*c)).map(char::len_utf8).sum();
            row.has_points |= text[at..at + separators].contains('.');
            at += separators;
        }
        // A plus sign without digits is no number, but has been read.
        row.range.end = row.range.end.max(start + 1);
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

const fn is_separator(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '-' | '‑' | '–' | '/' | '.' | '(' | ')')
}

/// Returns whether the digits are joined to nothing that makes them something else.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(|c| c.is_alphanumeric() || "@/=#_.,-–&%".contains(c))
        && !after.is_some_and(|c| c.is_alphanumeric() || "@/=#_%&-".contains(c))
}
