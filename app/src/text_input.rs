//! Cleans what people type before it is saved: without invisible characters.

/// Returns a text as one trimmed line: control characters become spaces.
pub fn line(typed: &str) -> String {
    typed.replace(char::is_control, " ").trim().to_owned()
}

/// Returns a text with `\n` at the end of each line, where browsers send two characters, and without other control
/// characters than tabs.
pub fn lines(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
    typed.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::{line, lines};

    #[test]
    fn control_characters_are_removed() {
        assert_eq!(line("  Små\tsteg\u{0} "), "Små steg");
        assert_eq!(lines("Ett\r\n\r\n\ttvå\u{7}  \rtre"), "Ett\n\n\ttvå  \ntre");
    }
}
