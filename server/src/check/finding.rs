//! What a check finds.

use serde::Serialize;

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// A sentence: what is wrong, and where.
    pub what: String,
    /// What to do about it.
    pub remedy: Remedy,
}

/// What is to be done about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// A person has to do it; the sentence says what.
    ByHand(String),
    /// `--repair` mends it, also while the site is running.
    Repair,
    /// `--repair` mends it once the site is stopped: a running server has pages in memory and would not notice.
    RepairWhenStopped,
}

impl Finding {
    /// Makes a finding that a person has to see to.
    pub(super) fn by_hand(what: String, to_do: impl Into<String>) -> Self {
        Self { what, remedy: Remedy::ByHand(to_do.into()) }
    }

    /// Makes a finding that `--repair` mends, also while the site is running.
    pub(super) fn repairable(what: String) -> Self {
        Self { what, remedy: Remedy::Repair }
    }

    /// Makes a finding that `--repair` mends once the site is stopped.
    pub(super) fn repairable_when_stopped(what: String) -> Self {
        Self { what, remedy: Remedy::RepairWhenStopped }
    }

    /// Returns the line of the report: what is wrong, and what to do.
    pub fn line(&self, is_running: bool) -> String {
        let to_do = match &self.remedy {
            Remedy::ByHand(to_do) => to_do,
            Remedy::RepairWhenStopped if is_running => "Stäng webbplatsen och kör om med --repair.",
            Remedy::Repair | Remedy::RepairWhenStopped => "Kör om med --repair.",
        };
        // One line, whatever a title or an error says.
        format!("{} {to_do}", self.what).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether `--repair` mends it now.
    pub(super) fn can_be_repaired(&self, is_running: bool) -> bool {
        match self.remedy {
            Remedy::ByHand(_) => false,
            Remedy::Repair => true,
            Remedy::RepairWhenStopped => !is_running,
        }
    }
}

/// A finding as programs read it.
#[derive(Debug, Serialize)]
pub(super) struct FindingRecord {
    /// The check that found it.
    pub(super) check: &'static str,
    /// What is wrong, and what to do.
    pub(super) sentence: String,
    /// Whether `--repair` mends it.
    pub(super) repairable: bool,
}

/// Returns at most three titles in quotation marks, and how many more there are.
pub(super) fn named(titles: &[String]) -> String {
    const MOST: usize = 3;
    let shown: Vec<_> = titles.iter().take(MOST).map(|title| format!("”{title}”")).collect();
    match titles.len().saturating_sub(MOST) {
        0 => shown.join(", "),
        more => format!("{} och {more} till", shown.join(", ")),
    }
}

/// Returns a number with the word for one, or for more.
pub(super) fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_to_do() {
        let found = Finding::repairable_when_stopped("Sökregistret är\nskadat.".into());
        assert_eq!(found.line(false), "Sökregistret är skadat. Kör om med --repair.");
        assert_eq!(found.line(true), "Sökregistret är skadat. Stäng webbplatsen och kör om med --repair.");
        assert!(found.can_be_repaired(false) && !found.can_be_repaired(true));
        let by_hand = Finding::by_hand("En bild saknas.".into(), "Byt ut den.");
        assert_eq!(by_hand.line(true), "En bild saknas. Byt ut den.");
        assert!(!by_hand.can_be_repaired(false));
    }

    #[test]
    fn many_titles_are_counted() {
        let titles: Vec<_> = (1..=5).map(|number| number.to_string()).collect();
        assert_eq!(named(&titles[..2]), "”1”, ”2”");
        assert_eq!(named(&titles), "”1”, ”2”, ”3” och 2 till");
        assert_eq!([1, 2].map(|count| counted(count, "text", "texter")), ["1 text", "2 texter"]);
    }
}
