//! Content lines (RFC 5545, section 3.1): at most 75 octets, longer ones folded.

/// The most octets of a line, without the line break.
const MAX_OCTETS: usize = 75;

/// The lines of a file being written.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a line, folded between characters where it is too long.
    pub(super) fn add(&mut self, line: &str) {
        let mut room = MAX_OCTETS;
        for c in line.chars().filter(|c| !c.is_control()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MAX_OCTETS - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Returns the file.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Escapes a text as a value (section 3.3.11).
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
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
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        let text = format!("SUMMARY:{}", "å".repeat(80));
        lines.add(&text);
        let file = lines.finish();
        for line in file.split_terminator("\r\n") {
            assert!(line.len() <= MAX_OCTETS, "{} octets", line.len());
        }
        assert_eq!(file.replace("\r\n ", ""), format!("{text}\r\n"));
    }

    #[test]
    fn values_are_escaped_and_control_characters_removed() {
        assert_eq!(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
        let mut lines = Lines::default();
        lines.add("NAME:a\r\nBEGIN:VALARM\u{0}");
        assert_eq!(lines.finish(), "NAME:aBEGIN:VALARM\r\n");
    }
}
