//! What people type, as it is kept: without characters that nobody sees.

/// One line.
pub fn line(typed: &str) -> String {
    typed.replace(char::is_control, " ").trim().to_owned()
}

/// Lines with a newline between them. A browser sends two characters for the end of one.
pub fn lines(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
    typed.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::{line, lines};

    #[test]
    fn what_nobody_sees_is_left_out() {
        assert_eq!(line("  Små\tsteg\u{0} "), "Små steg");
        assert_eq!(lines("Ett\r\n\r\n\ttvå\u{7}  \rtre"), "Ett\n\n\ttvå  \ntre");
    }
}
