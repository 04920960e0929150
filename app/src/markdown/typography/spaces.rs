//! Non-breaking spaces: "kl. 14", "5 000", "10 %", "3 december", "s. 4", "bl. a.".

use crate::time;

const NO_BREAK_SPACE: char = '\u{a0}';

/// Words that stay with the number after them.
const BEFORE_NUMBER: [&str; 21] = [
    "kl.", "kl", "klockan", "s.", "sid.", "sidan", "nr", "nr.", "nummer", "art.", "artikel", "kap.",
    "kapitel", "ca", "ca.", "cirka", "st.", "tel.", "dnr", "§", "±",
];

/// Words that stay with the number before them.
const AFTER_NUMBER: [&str; 27] = [
    "%", "‰", "§", "°C", "kr", "kronor", "öre", "tkr", "mkr", "mdkr", "procent", "år", "dagar", "tim", "h",
    "min", "kg", "g", "km", "m", "cm", "mm", "m²", "kvm", "st", "tusen", "miljoner",
];

fn follows_number(word: &str) -> bool {
    AFTER_NUMBER.contains(&word) || time::MONTHS.contains(&word)
}

/// Puts non-breaking spaces where a line must not break.
pub(super) fn bind(text: &str) -> String {
    let mut bound = String::with_capacity(text.len() + 8);
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        bound.push_str(word);
        if let Some(next) = words.peek() {
            bound.push(if belong_together(word, next) { NO_BREAK_SPACE } else { ' ' });
        }
    }
    bound
}

fn belong_together(left: &str, right: &str) -> bool {
    if left.is_empty() || right.is_empty() {
        return false;
    }
    // No line begins with a dash between spaces.
    if right == "–" || right == "—" {
        return !left.ends_with(['–', '—']);
    }
    let left = left.trim_start_matches(['(', '”', '"', '–', '-']);
    let begins_with_digit = right.starts_with(|c: char| c.is_ascii_digit());
    (begins_with_digit && BEFORE_NUMBER.contains(&left.to_lowercase().as_str()))
        || (ends_with_number(left) && follows_number(without_marks(right)))
        || are_thousands(left, right)
        || are_abbreviated(left, right)
}

fn without_marks(word: &str) -> &str {
    word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '”', '"'])
}

fn ends_with_number(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ':' | '–' | '-' | NO_BREAK_SPACE))
}

/// `5 000`: one to three digits, then exactly three.
fn are_thousands(left: &str, right: &str) -> bool {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let before = left.chars().rev().take_while(char::is_ascii_digit).count();
    let after = right.chars().nth(3);
    ends_with_number(left)
        && (1..=3).contains(&before)
        && digits(right) == 3
        && !after.is_some_and(|c| c.is_alphanumeric() || c == '-')
}

/// `t. ex.`, `bl. a.`, `f. d.`: a letter or two and a full stop, twice.
fn are_abbreviated(left: &str, right: &str) -> bool {
    let is_part = |word: &str| {
        word.strip_suffix('.').is_some_and(|letters| {
            (1..=2).contains(&letters.chars().count()) && letters.chars().all(char::is_lowercase)
        })
    };
    is_part(left) && is_part(right.trim_end_matches([',', ')', ':', ';']))
}

#[cfg(test)]
mod tests {
    use super::bind;

    #[test]
    fn what_belongs_together_stays_together() {
        for text in [
            "kl.~14",
            "klockan~9",
            "Kl.~14.30",
            "5~000",
            "12~500~000~kronor",
            "10~%",
            "3,5~%.",
            "den 3~december",
            "den 1–24~december 2026",
            "s.~4",
            "bl.~a.",
            "d.~v.~s.",
            "t.ex. så",
            "28~år",
            "12~§ i lagen",
            "EN 301~549 V3.2.1",
            "(kl.~14)",
            "Hon kom~– till slut.",
        ] {
            assert_eq!(bind(&text.replace('~', " ")), text.replace('~', "\u{a0}"), "{text}");
        }
    }

    #[test]
    fn the_rest_may_break() {
        for text in [
            "",
            " ",
            "  två  mellanslag  ",
            "– Hej, sa hon.",
            "vi var 5 på 000",
            "år 2026 100 personer",
            "020-50 50 50",
            "Det är så. En dag",
            "tre december",
            "1. Välj en sak",
            "vi. en",
        ] {
            assert_eq!(bind(text), text);
        }
    }
}
