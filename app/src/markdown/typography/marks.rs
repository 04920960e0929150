//! Quotation marks and apostrophes. Swedish has the same mark before and after (”så här”), so straight marks can be
//! replaced without guessing. Everything else, such as three full stops, stays as typed.

/// Replaces straight marks with curly ones. A straight mark after a digit means inches, unless it closes a quotation.
pub(super) fn curl(text: &str) -> String {
    let mut curled = String::with_capacity(text.len());
    let mut is_open = false;
    let mut before: Option<char> = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let after_digit = before.is_some_and(|c| c.is_ascii_digit());
        let in_word =
            before.is_some_and(char::is_alphabetic) && letters.peek().is_some_and(|c| c.is_alphabetic());
        curled.push(match letter {
            '"' if is_open || !after_digit => {
                is_open = !is_open;
                '”'
            }
            '\'' if in_word => '’',
            other => other,
        });
        before = Some(letter);
    }
    curled
}

#[cfg(test)]
mod tests {
    use super::curl;

    #[test]
    fn straight_marks_become_curly() {
        for (typed, set) in [
            ("Hon sa \"nej\".", "Hon sa ”nej”."),
            ("\"Vi är 28\"", "”Vi är 28”"),
            ("en skärm på 15\"", "en skärm på 15\""),
            ("Jeanne d'Arc", "Jeanne d’Arc"),
            ("'så'", "'så'"),
            ("Jaha ...", "Jaha ..."),
            ("”Redan rätt”", "”Redan rätt”"),
        ] {
            assert_eq!(curl(typed), set);
        }
    }
}
