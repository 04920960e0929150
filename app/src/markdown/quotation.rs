//! The quotation of a guldkorn, which is shown with a mark of its own and is no Markdown.

use super::typography;

/// The marks that people type around a quotation.
const MARKS: [char; 9] = ['"', '”', '“', '„', '»', '«', '\u{201f}', '＂', '″'];

/// Returns a quotation as it is shown: without the marks around it, since the page draws one, and with Swedish marks inside.
pub(crate) fn quotation(typed: &str) -> String {
    let words = typed.trim();
    typography::curl_and_bind(unmarked(words).unwrap_or(words))
}

/// Returns what is between the marks around a whole text; `None` when there are none, or when the first mark ends before the
/// last one begins, as in "Ja", sa hon, "nu".
fn unmarked(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(MARKS)?;
    let end = inner.rfind(MARKS)?;
    // A full stop may stand behind the mark.
    let (inner, rest) = inner.split_at(end);
    let rest = rest.strip_prefix(MARKS)?;
    if !(rest.is_empty() || rest == ".") || inner.trim().is_empty() {
        return None;
    }
    let mut before = ' ';
    let mut depth = 0_i32;
    for letter in inner.chars() {
        if MARKS.contains(&letter) {
            let opens = before.is_whitespace() || "(–—-".contains(before);
            depth += if opens { 1 } else { -1 };
        }
        if depth < 0 {
            return None;
        }
        before = letter;
    }
    (depth == 0).then(|| inner.trim())
}

#[cfg(test)]
mod tests {
    use super::quotation;

    #[test]
    fn no_quotation_has_two_marks() {
        for (typed, shown) in [
            ("Det gick.", "Det gick."),
            ("\"Det gick.\"", "Det gick."),
            (" ”Det gick.” ", "Det gick."),
            ("”Det gick”.", "Det gick"),
            ("“Det gick.”", "Det gick."),
            ("»Det gick.»", "Det gick."),
            ("„Det gick.“", "Det gick."),
            ("Hon sa \"nej\" till mig.", "Hon sa ”nej” till mig."),
            ("\"Hon sa \"nej\" till mig.\"", "Hon sa ”nej” till mig."),
            ("\"Ja\", sa hon, \"nu\"", "”Ja”, sa hon, ”nu”"),
            ("\"Ja.\"\n\"Nej.\"", "”Ja.”\n”Nej.”"),
            ("\"\"", "””"),
            ("\"", "”"),
            ("Jag är 28 år", "Jag är 28\u{a0}år"),
        ] {
            assert_eq!(quotation(typed), shown, "{typed}");
        }
    }
}
