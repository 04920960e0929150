//! Recognises Swedish telephone numbers.

use std::ops::Range;

use super::context;

/// `+46 70 12 34 56 7`: no number has more groups than this.
const MOST_GROUPS: usize = 6;

/// A telephone number in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Byte range in the text.
    pub(super) range: Range<usize>,
    /// Number to dial: `112` or `+4681234567`.
    pub(super) address: String,
}

/// Finds the numbers in a text. `before` is what precedes the text in the same paragraph.
pub(super) fn find(text: &str, before: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit() || c == '+') {
        let start = at + step;
        match read(text, start, before) {
            Some(number) => {
                at = number.range.end;
                numbers.push(number);
            }
            None => at = start + text[start..].find(char::is_whitespace).unwrap_or(text.len() - start),
        }
    }
    numbers
}

fn read(text: &str, start: usize, before: &str) -> Option<Number> {
    let mut reader = Reader { text, at: start };
    let address = reader.international().or_else(|| {
        reader.at = start;
        reader.national()
    });
    let (address, is_short) = match address {
        Some(address) => (address, false),
        None => {
            reader.at = start;
            (reader.short()?, true)
        }
    };
    let range = start..reader.at;
    // Only a separator of its own tells "08 123 45 67" from the end of a longer row of digits.
    let is_spaced = !text[range.clone()].contains(['-', '‑', '–', '+']);
    let fits = context::stands_alone(text, &range)
        && !context::is_counted_or_timed(text, before, &range)
        && !(is_spaced && context::follows_digit(text, start))
        && (!is_short
            || (context::is_to_be_dialled(text, before, start) && !context::is_postcode(text, &range)));
    fits.then_some(Number { range, address })
}

/// A position in a text from which a number is read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn digits(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn skip(&mut self, prefix: &str) -> bool {
        let found = self.rest().starts_with(prefix);
        if found {
            self.at += prefix.len();
        }
        found
    }

    fn skip_any(&mut self, separators: &[char]) -> bool {
        let next = self.rest().chars().next().filter(|c| separators.contains(c));
        self.at += next.map_or(0, char::len_utf8);
        next.is_some()
    }

    /// Groups of digits with one separator between two. A row of more than a number has is not read to its end.
    fn groups(&mut self, separators: &[char]) -> Vec<&'a str> {
        let mut groups = vec![self.digits()];
        loop {
            let back = self.at;
            if groups.len() > MOST_GROUPS || !self.skip_any(separators) {
                return groups;
            }
            match self.digits() {
                "" => {
                    self.at = back;
                    return groups;
                }
                group => groups.push(group),
            }
        }
    }

    /// `+46 8-123 45 67`, `+46 (0)70 123 45 67`, `004670…`.
    fn international(&mut self) -> Option<String> {
        if !(self.skip("+46") || self.skip("0046")) {
            return None;
        }
        self.skip_any(&[' ', '\u{a0}', '-', '‑']);
        if self.skip("(0)") {
            self.skip_any(&[' ', '\u{a0}', '-', '‑']);
        }
        let groups = self.groups(&[' ', '\u{a0}', '-', '‑']);
        let digits = groups.concat();
        let fits = (7..=9).contains(&digits.len())
            && !digits.starts_with('0')
            && groups.iter().skip(1).all(|group| group.len() > 1);
        fits.then(|| format!("+46{digits}"))
    }

    /// `08-123 45 67`, `020-50 50 50`, `070 123 45 67`, `0701234567`.
    fn national(&mut self) -> Option<String> {
        let area = self.digits();
        if !area.starts_with('0') || area.starts_with("00") {
            return None;
        }
        if area.len() == 10 && ["070", "072", "073", "076", "079"].iter().any(|code| area.starts_with(code)) {
            return Some(format!("+46{}", &area[1..]));
        }
        let is_joined = self.skip_any(&['-', '‑', '–']);
        if !is_joined && !self.skip_any(&[' ', '\u{a0}']) {
            return None;
        }
        let groups = self.groups(&[' ', '\u{a0}']);
        let digits = groups.concat();
        let least = match area.len() {
            2 if area == "08" => 6,
            3 | 4 => 5,
            _ => return None,
        };
        let is_one = groups.len() == 1 && is_joined;
        let in_groups = groups.len() > 1 && groups.iter().all(|group| (2..=3).contains(&group.len()));
        let fits = (is_one || in_groups) && (least..=8).contains(&digits.len());
        fits.then(|| format!("+46{}{digits}", &area[1..]))
    }

    /// `112`, `114 14`, `1177`: the same all over the country.
    fn short(&mut self) -> Option<String> {
        const KNOWN: [&str; 8] = ["112", "11313", "11414", "1177", "116000", "116006", "116111", "116123"];
        let groups = self.groups(&[' ', '\u{a0}']);
        let digits = groups.concat();
        let in_groups = groups.len() == 1 || (groups.len() == 2 && groups[0].len() == 3);
        (in_groups && KNOWN.contains(&digits.as_str())).then_some(digits)
    }
}
