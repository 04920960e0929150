//! Sizes of files as a reader expects them.

use crate::language::Beside;

/// Returns a size in Swedish: "830 kB", "1,2 MB". Thousands, as browsers and phones count.
pub fn size_in_words(bytes: u64) -> String {
    size_beside(bytes, Beside::Swedish)
}

/// Returns a size in the language beside a text: "1,2 MB", or "1.2 MB" in English.
pub(crate) fn size_beside(bytes: u64, beside: Beside) -> String {
    match bytes {
        0..1_000 => format!("{bytes}\u{a0}byte"),
        1_000..999_500 => format!("{}\u{a0}kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            match (tenths / 10, tenths % 10) {
                (whole, part) if whole < 10 && part > 0 => {
                    format!("{whole}{}{part}\u{a0}MB", beside.say(',', '.'))
                }
                _ => format!("{}\u{a0}MB", (bytes + 500_000) / 1_000_000),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_as_exact_as_anybody_needs() {
        for (bytes, words) in [
            (1, "1 byte"),
            (999, "999 byte"),
            (1_499, "1 kB"),
            (830_400, "830 kB"),
            (999_499, "999 kB"),
            (999_500, "1 MB"),
            (1_234_567, "1,2 MB"),
            (9_949_999, "9,9 MB"),
            (9_950_000, "10 MB"),
            (12_500_000, "13 MB"),
        ] {
            assert_eq!(size_in_words(bytes), words.replace(' ', "\u{a0}"), "{bytes}");
        }
        assert_eq!(size_beside(1_234_567, Beside::English), "1.2\u{a0}MB");
    }
}
