//! What the product stores about people, and for how long.
//!
//! Each room declares what it stores beside the constants that it deletes by, and the privacy page shows all declarations.

/// Something that is stored about people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Retention {
    /// What, in a few Swedish words.
    pub(crate) what: &'static str,
    /// Why, as a Swedish sentence.
    pub(crate) why: &'static str,
    /// How long, as a Swedish sentence.
    pub(crate) how_long: String,
    /// About whom.
    pub(crate) about: About,
    /// The tables that hold it; none for what no table does.
    pub(crate) tables: &'static [&'static str],
}

/// Whom something that is stored is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// Those who read the site, or write to it without an account.
    Visitors,
    /// Those whom a text or picture is about.
    Participants,
    /// Those who work with the site.
    Staff,
}

/// Writes a span in the largest unit that fits: "30 dagar", "8 timmar", "en timme".
pub(crate) fn in_words(millis: i64) -> String {
    use crate::time::{DAY, HOUR, MINUTE};
    let (number, one, many) = match millis {
        millis if millis % DAY == 0 => (millis / DAY, "en dag", "dagar"),
        millis if millis % HOUR == 0 => (millis / HOUR, "en timme", "timmar"),
        millis => (millis / MINUTE, "en minut", "minuter"),
    };
    if number == 1 { one.into() } else { format!("{number} {many}") }
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use crate::time::{DAY, HOUR, MINUTE};

    #[test]
    fn spans_are_worded_in_their_largest_unit() {
        let words = [30 * DAY, DAY, 8 * HOUR, HOUR, 10 * MINUTE].map(in_words);
        assert_eq!(words, ["30 dagar", "en dag", "8 timmar", "en timme", "10 minuter"]);
    }
}
