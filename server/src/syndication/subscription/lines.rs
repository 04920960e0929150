//! Lines as RFC 5545, section 3.1, wants them: at most 75 octets, longer ones folded.

/// How many octets a line may have without its end.
const MOST: usize = 75;

/// A file under way.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a line, folded between letters where it is too long.
    pub(super) fn add(&mut self, line: &str) {
        let mut room = MOST;
        for letter in line.chars().filter(|letter| !letter.is_control()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MOST - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// The finished file.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A text as a value (section 3.3.11).
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut lines = Lines::default();
        let text = format!("SUMMARY:{}", "å".repeat(80));
        lines.add(&text);
        let file = lines.finish();
        for line in file.split_terminator("\r\n") {
            assert!(line.len() <= MOST, "{} octets", line.len());
        }
        assert_eq!(file.replace("\r\n ", ""), format!("{text}\r\n"));
    }

    #[test]
    fn a_value_ends_only_where_it_ends() {
        assert_eq!(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
        let mut lines = Lines::default();
        lines.add("NAME:a\r\nBEGIN:VALARM\u{0}");
        assert_eq!(lines.finish(), "NAME:aBEGIN:VALARM\r\n");
    }
}
